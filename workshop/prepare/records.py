# SPDX-License-Identifier: MIT
"""The workshop itself, the organizations and people in the room, the agenda and the ground rules."""

from datetime import date, time
from typing import Annotated

from workshop.ids import Id
from workshop.path.stages import STEPS
from workshop.record import Record, RuleError, about, require, within

DETAILS_ID = "workshop"
STEP_TITLES = {step.key: step.title for step in STEPS.values()}


class Details(Record, frozen=True, kw_only=True):
    """What is known of the workshop as a whole; there is one, with the id `DETAILS_ID`."""

    noun = "workshop"

    title: Annotated[str, about("Title")] = ""
    purpose: Annotated[str, about("Purpose", "What must the day achieve?", long=True)] = ""
    place: Annotated[str, about("Place")] = ""
    starts: Annotated[date | None, about("First day")] = None
    ends: Annotated[date | None, about("Last day")] = None
    horizon: Annotated[date | None, about("Horizon", "The date the future state is set at")] = None
    facilitator: Annotated[str, about("Facilitator")] = ""

    def __post_init__(self) -> None:
        if self.starts and self.ends and self.ends < self.starts:
            raise RuleError("The last day is before the first day.")


class Organization(Record, frozen=True, kw_only=True):
    """An organization at the table, or one in the network around it."""

    unique = ("name",)

    name: Annotated[str, about("Name")]
    ours: Annotated[
        bool, about("Ours", "The organization, or one of them, that asks for the alliance")
    ] = False
    at_table: Annotated[bool, about("At the table", "Takes part in this workshop")] = True
    kind: Annotated[str, about("Kind", suggest="organization_kind")] = ""
    sector: Annotated[str, about("Sector", suggest="sector")] = ""
    ownership: Annotated[str, about("Ownership", suggest="ownership")] = ""
    service_area: Annotated[tuple[str, ...], about("Service area", "Places it serves")] = ()
    size: Annotated[int | None, about("Size", "People employed", low=0)] = None
    latitude: Annotated[
        float | None, about("Latitude", "Degrees north, south is negative", low=-90, high=90)
    ] = None
    longitude: Annotated[
        float | None, about("Longitude", "Degrees east, west is negative", low=-180, high=180)
    ] = None

    def __post_init__(self) -> None:
        require("An organization needs a name.", self.name)
        within("Size", self.size, 0, 100_000_000)
        within("Latitude", self.latitude, -90, 90)
        within("Longitude", self.longitude, -180, 180)


class Participant(Record, frozen=True, kw_only=True):
    """A person in the room."""

    unique = ("name", "organization")

    name: Annotated[str, about("Name")]
    organization: Annotated[Id | None, about("Organization", to=("organization",))] = None
    role: Annotated[str, about("Role")] = ""
    votes: Annotated[bool, about("Votes")] = True

    def __post_init__(self) -> None:
        require("A participant needs a name.", self.name)


class AgendaBlock(Record, frozen=True, kw_only=True):
    """A timed part of the day, tied to a step of the path unless it is a break."""

    title: Annotated[str, about("Title")]
    day: Annotated[int, about("Day", low=1, high=30)] = 1
    starts: Annotated[time | None, about("Starts")] = None
    minutes: Annotated[int | None, about("Minutes", low=1, high=1440)] = None
    step: Annotated[
        str | None, about("Step", "The step of the path it is for", labels=STEP_TITLES)
    ] = None
    pause: Annotated[bool, about("Break")] = False

    def __post_init__(self) -> None:
        require("An agenda block needs a title.", self.title)
        within("Day", self.day, 1, 30)
        within("Minutes", self.minutes, 1, 1440)
        if self.step is not None and self.step not in STEP_TITLES:
            raise RuleError(f"The path has no step {self.step!r}.")


class GroundRule(Record, frozen=True, kw_only=True):
    """One rule that the room gives itself."""

    text: Annotated[str, about("Ground rule")]

    def __post_init__(self) -> None:
        require("A ground rule needs words.", self.text)


class Vocabulary(Record, frozen=True, kw_only=True):
    """The words a template suggests for a field, in place of the general ones."""

    noun = "vocabulary"
    plural = "vocabularies"
    unique = ("name",)

    name: Annotated[str, about("Name")]
    words: Annotated[tuple[str, ...], about("Words")] = ()

    def __post_init__(self) -> None:
        require("A vocabulary needs a name.", self.name)
