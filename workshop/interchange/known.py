# SPDX-License-Identifier: MIT
"""What a list brings under nearly the name of something the workshop already has."""

from typing import Any

from workshop.ids import Id
from workshop.interchange.nearness import NearNames
from workshop.interchange.plan import CREATABLE, Plan
from workshop.record import Record, fold
from workshop.state import Workshop


class KnownNames:
    """The organizations and capabilities of the workshop before an import, by their names."""

    def __init__(self, workshop: Workshop, plan: Plan) -> None:
        self._workshop, self._plan = workshop, plan
        self._near: dict[type[Record], NearNames] = {}

    def replace(self, kind: type[Record], values: dict[str, Any]) -> None:
        """Put in the name of the record that the name in a row was said to stand for."""
        if kind in CREATABLE and (chosen := self._plan.names.get(fold(values["name"]))):
            meant = self._workshop.of(kind).get(chosen[0])
            values["name"] = _name(meant) or values["name"]

    def near(self, record: Record) -> list[tuple[Id, str]]:
        """Give the records of the workshop that a new one may be under another spelling."""
        kind = type(record)
        if kind not in CREATABLE:
            return []
        if kind not in self._near:
            self._near[kind] = NearNames()
            for id, each in self._workshop.of(kind).items():
                self._near[kind].put(id, _name(each))
        return self._near[kind].near(_name(record))


def _name(record: Record | None) -> str:
    return record.name if isinstance(record, CREATABLE) else ""
