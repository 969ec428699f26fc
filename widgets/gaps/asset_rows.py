# SPDX-License-Identifier: MIT
"""Rows of the assets of one organization: those it has, and one to fill for each other need.

A row to fill is no record yet; the first thing typed into it makes one. Unknown stays unknown.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QGuiApplication

from widgets.tables import clipboard
from widgets.tables.columns import ordered
from widgets.tables.paste import Place, paste, summary
from widgets.tables.record_model import RecordModel
from widgets.tables.record_table import RecordTable
from widgets.tables.row_edits import changed, with_new
from workshop.gaps.records import Asset, Capability, Need
from workshop.history import Step
from workshop.ids import Id, new_id
from workshop.prepare.records import Organization
from workshop.record import Record
from workshop.state import Workshop

_TO_FILL = "+"
"""What the id of a row to fill begins with; the id of its capability follows."""


class AssetModel(RecordModel):
    """Shows the assets of `organization` and the needs it has not answered yet."""

    organization: Id = ""

    def show_organization(self, id: Id) -> None:
        """Show another organization."""
        self.beginResetModel()
        self.organization, self.draft = id, {}
        self.ids = self._wanted_ids()
        self.endResetModel()

    def record(self, row: int) -> Record | None:
        """Give the asset of a row, or an unwritten one for a row to fill."""
        if row < len(self.ids) and self.ids[row].startswith(_TO_FILL):
            return self.unwritten(self.ids[row])
        return super().record(row)

    def unwritten(self, id: Id) -> Asset:
        """Give the asset that a row to fill stands for, as yet unknown in everything."""
        return Asset(id=id, organization=self.organization, capability=id.removeprefix(_TO_FILL))

    def change(self, values: Sequence[tuple[Id, dict[str, Any]]], label: str) -> bool:
        """Set fields of assets; a row to fill becomes one, unless it stays unknown."""
        known = [(id, fields) for id, fields in values if not id.startswith(_TO_FILL)]
        fresh = [
            (self.unwritten(id), fields)
            for id, fields in values
            if id.startswith(_TO_FILL) and any(v not in (None, "") for v in fields.values())
        ]

        def edit(workshop: Workshop) -> Workshop:
            workshop = changed(workshop, Asset, known)
            for blank, fields in fresh:
                own = {"organization": blank.organization, "capability": blank.capability}
                workshop = with_new(workshop, Asset, new_id(), {**own, **fields})
            return workshop

        return self.try_step(edit, label)

    def refresh(self) -> None:
        """Look again; a row that was filled stays in its place."""
        wanted = self._wanted_ids()
        by_capability = {self._capability(id): id for id in wanted}
        now = [self._capability(id) for id in self.ids]
        if set(now) == set(by_capability) and len(now) == len(wanted):
            self.ids = [by_capability[capability] for capability in now]
            self._tell_rows(0, len(self.ids))
        else:
            self.show_organization(self.organization)

    def _follow(self, step: Step) -> None:
        if step.touches(Asset, Need, Capability, Organization):
            self.refresh()

    def _capability(self, id: Id) -> Id:
        if id.startswith(_TO_FILL):
            return id.removeprefix(_TO_FILL)
        asset = self.desk.workshop.of(Asset).get(id)
        return asset.capability if asset else id

    def _wanted_ids(self) -> list[Id]:
        workshop = self.desk.workshop
        if self.organization not in workshop.of(Organization):
            return []
        own = [a for a in workshop.all(Asset) if a.organization == self.organization]
        held = {asset.capability: asset for asset in own}
        needed = [need.capability for need in workshop.all(Need)]
        rows = [held.get(id) or self.unwritten(_TO_FILL + id) for id in needed]
        rows += [asset for asset in own if asset.capability not in needed]
        if self.sorted_by is None:
            return [asset.id for asset in rows]
        column, down = self.sorted_by
        return ordered(workshop, rows, self.columns[column], down=down)


class AssetTable(RecordTable):
    """The table over `AssetModel`; pasting fills the rows that wait."""

    model_type = AssetModel
    model: AssetModel

    def paste(self) -> None:
        """Put the cells of the clipboard in, in one step; rows left blank stay unknown."""
        block = clipboard.to_rows(QGuiApplication.clipboard().text())
        if not block:
            return
        workshop, place = self.desk.workshop, self._place(block)
        waiting = {id: self.model.unwritten(id) for id in place.ids if id.startswith(_TO_FILL)}
        fresh = {
            id: Asset(id=new_id(), organization=a.organization, capability=a.capability)
            for id, a in waiting.items()
        }
        ids = [fresh[id].id if id in fresh else id for id in place.ids]
        pasted = paste(
            workshop.put(fresh.values()),
            Asset,
            self.model.columns,
            self._filled(block),
            Place(ids, place.column, place.defaults),
        )
        after = pasted.workshop.of(Asset)
        blank = [each.id for each in fresh.values() if after[each.id] == each]
        result = pasted.workshop.without(Asset, blank)
        before = {kind: len(result.of(kind)) for kind in result.kinds()}
        if self.model.try_step(lambda _workshop: result, "Paste assets"):
            self.desk.said.emit(summary(pasted._replace(workshop=result), Asset, before))
            self._say_problems(pasted.problems)
