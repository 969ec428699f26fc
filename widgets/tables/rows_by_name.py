# SPDX-License-Identifier: MIT
"""Which record a pasted row is about, told by what sets records of its kind apart."""

from collections.abc import Iterable, Sequence

from widgets.tables.columns import Prepared
from widgets.tables.row_edits import root
from workshop.ids import Id
from workshop.interchange.matching import key_fields
from workshop.record import Record, fold
from workshop.state import Workshop

_Key = tuple[str, ...]


class RowsByName:
    """The records that pasted rows can be about; falsy if the headers do not set records apart.

    A list of participants may leave out their organizations: a name is then enough if one has it.
    """

    def __init__(
        self, kind: type[Record], targets: Sequence[Prepared | None], shown: Iterable[Id]
    ) -> None:
        """Begin with the headers of the pasted cells and the ids of the rows of the table."""
        wanted = key_fields(kind)
        self._kind, self._shown = kind, set(shown)
        self._places = [
            (place, target)
            for place, target in enumerate(targets)
            if target and target.field and root(target.field.name) in wanted
        ]
        self._found: dict[_Key, list[Id]] = {}
        self.fields = [target.field.name for _, target in self._places if target.field]
        """The fields by which records are found."""
        names = list(map(root, self.fields))
        self._tells = set(names) == set(wanted) or "name" in names
        self._may_be_blank = len(self._places) > 1 and "name" in names
        self._name = names.index("name") if "name" in names else 0
        self._rows: dict[Id, int] = {}

    def __bool__(self) -> bool:
        return self._tells

    def read(self, workshop: Workshop) -> None:
        """Take note of the records that are there before the first row."""
        for id, record in workshop.of(self._kind).items():
            if self._kind.unique or id in self._shown:
                key = tuple(fold(each.copied(workshop, record)) for _, each in self._places)
                self._found.setdefault(key, []).append(id)

    def find(self, cells: Sequence[str]) -> list[Id]:
        """Give the records a row is about: one, none, or several that cannot be told apart.

        What is blank in the row or in the record tells nothing apart.
        """
        wanted = self._key(cells)
        if wanted in self._found or not self._may_be_blank:
            return self._found.get(wanted, [])
        return [id for key, ids in self._found.items() if self._may_be(wanted, key) for id in ids]

    def earlier(self, cells: Sequence[str], id: Id, number: int) -> int | None:
        """Keep that this row is about a record; give the earlier row that was, if there is one."""
        earlier = self._rows.setdefault(id, number)
        self._found[self._key(cells)] = [id]
        return earlier if earlier != number else None

    def _key(self, cells: Sequence[str]) -> _Key:
        return tuple(fold(cells[at]) if at < len(cells) else "" for at, _ in self._places)

    def _may_be(self, wanted: _Key, key: _Key) -> bool:
        is_called_so = wanted[self._name] == key[self._name] != ""
        return is_called_so and all(
            not one or not other or one == other for one, other in zip(wanted, key, strict=True)
        )
