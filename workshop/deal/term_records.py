# SPDX-License-Identifier: MIT
"""Terms that can move, their options, what they are worth to each, and packages made of them."""

from typing import Annotated, ClassVar, Literal

from workshop.deal.records import SEALED
from workshop.ids import Id
from workshop.record import Record, RuleError, about, require, within


class Term(Record, frozen=True, kw_only=True):
    """A term of the deal that can be settled in more than one way."""

    unique = ("name",)

    name: Annotated[str, about("Term")]

    def __post_init__(self) -> None:
        require("A term needs a name.", self.name)


class TermOption(Record, frozen=True, kw_only=True):
    """One way to settle a term."""

    noun = "option"
    unique = ("term", "text")

    term: Annotated[Id, about("Term", to=("term",))]
    text: Annotated[str, about("Option")]

    def __post_init__(self) -> None:
        require("An option needs words.", self.text)


class TermWeight(Record, frozen=True, kw_only=True):
    """How much a term matters to an organization, against its other terms."""

    sealed: ClassVar[bool] = True
    unique = ("organization", "term")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    term: Annotated[Id, about("Term", to=("term",))]
    weight: Annotated[float | None, about("Weight", SEALED, low=0, high=100)] = None

    def __post_init__(self) -> None:
        within("A weight", self.weight, 0, 100)


class OptionValue(Record, frozen=True, kw_only=True):
    """How good an option is for an organization: 0 its worst for the term, 1 its best."""

    sealed: ClassVar[bool] = True
    unique = ("organization", "option")

    organization: Annotated[Id, about("Organization", to=("organization",))]
    option: Annotated[Id, about("Option", to=("term_option",))]
    value: Annotated[float | None, about("Value", SEALED, low=0, high=1, percent=True)] = None

    def __post_init__(self) -> None:
        within("A value", self.value, 0, 1)


class Package(Record, frozen=True, kw_only=True):
    """One option for every term, put on the table; how it ranks for each may be seen, values not.

    `ranks` are places among the packages on the table, 1 best, in the order of `parties`.
    """

    name: Annotated[str, about("Package")]
    options: Annotated[tuple[Id, ...], about("Options", to=("term_option",))] = ()
    status: Annotated[Literal["proposed", "agreed", "set_aside"], about("Status")] = "proposed"
    parties: Annotated[tuple[Id, ...], about("Parties", to=("organization",), hidden=True)] = ()
    ranks: Annotated[tuple[int, ...], about("Places", hidden=True)] = ()
    marks: Annotated[tuple[str, ...], about("Stands out as", hidden=True)] = ()
    found: Annotated[bool, about("Found by comparing all", hidden=True)] = False

    def __post_init__(self) -> None:
        require("A package needs a name.", self.name)
        if any(rank < 1 for rank in self.ranks):
            raise RuleError("The place of a package begins with 1.")
