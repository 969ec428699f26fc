# SPDX-License-Identifier: MIT
"""What is found out about partner sets: first beside the window, then at once where there are few."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from widgets.desk import Desk
from widgets.work import Job, ReportProgress, Work
from workshop.partners.candidates import candidates
from workshop.partners.partner_sets import Frontier, frontier, proven_frontier
from workshop.partners.robustness import Robustness, robustness
from workshop.partners.set_cover import Cheapest, cheapest
from workshop.state import Workshop

AT_ONCE = 16
"""Up to so many candidates an edit is answered faster than the eye sees."""
_WHOLE = 1000


class Answers(NamedTuple):
    """The sets worth choosing from, the cheapest that covers all must-haves, and how firm it is."""

    frontier: Frontier
    cheapest: Cheapest | None
    robustness: Robustness | None


class SetAnswers(QObject):
    """Finds the answers for the current state; what an edit has overtaken is dropped."""

    found = Signal(object)
    """New `Answers`."""
    progressed = Signal(int, int)
    ended = Signal(str)
    """The proof is over, or was stopped: a sentence, or nothing where there is no more to say."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Work | None = None
        self.is_proving = self._has_answered = False

    def ask(self) -> None:
        """Answer for the current state; the first answer does not hold up a visit to the page."""
        self.stop()
        workshop = self._desk.workshop
        if self._has_answered and len(candidates(workshop)) <= AT_ONCE:
            self.found.emit(_answers(workshop, lambda done: True))
            self.ended.emit("")
        else:
            self._run(_first(workshop), self._took_first)

    def stop(self) -> None:
        """Stop a proof that is under way; what is known stands."""
        if self._work is not None:
            self._work.cancel()
            self._work = None
        self.is_proving = False

    def cancel(self) -> None:
        """Stop the proof because somebody said so."""
        self.stop()
        self.ended.emit("The proof was stopped; what is shown is a first answer.")

    def _run(self, job: Job, done: Callable[[Answers | None], None]) -> None:
        work = Work(job, self)
        self._work = work
        work.progressed.connect(self.progressed)
        work.finished.connect(lambda answers: done(answers) if self._work is work else None)
        work.failed.connect(lambda error: self._fail(error) if self._work is work else None)
        work.start()

    def _took_first(self, answers: Answers | None) -> None:
        if answers is None:
            return
        self._has_answered = True
        self.found.emit(answers)
        if answers.frontier.proven:
            self.ended.emit("")
            return
        self.is_proving = True
        self.progressed.emit(0, _WHOLE)
        self._run(_proof(self._desk.workshop), self._took_proof)

    def _took_proof(self, answers: Answers | None) -> None:
        self.is_proving = False
        if answers is None:
            self.ended.emit("These are too many sets to prove here; a first answer is shown.")
            return
        self.found.emit(answers)
        self.ended.emit("")

    def _fail(self, error: Exception) -> None:
        self.is_proving = False
        self.ended.emit(f"The sets could not be found: {error}")


def _answers(workshop: Workshop, goes: Callable[[float], bool]) -> Answers:
    return Answers(frontier(workshop), cheapest(workshop, goes), robustness(workshop))


def _first(workshop: Workshop) -> Job:
    def job(report: ReportProgress, cancelled: Callable[[], bool]) -> Answers:
        found = frontier(workshop)
        must = cheapest(workshop, lambda done: not cancelled()) if found.proven else None
        return Answers(found, must, robustness(workshop))

    return job


def _proof(workshop: Workshop) -> Job:
    def job(report: ReportProgress, cancelled: Callable[[], bool]) -> Answers | None:
        def goes(done: float) -> bool:
            report(round(done * _WHOLE), _WHOLE)
            return not cancelled()

        proven = proven_frontier(workshop, goes)
        if proven is None:
            return None
        return Answers(proven, cheapest(workshop, goes), robustness(workshop))

    return job
