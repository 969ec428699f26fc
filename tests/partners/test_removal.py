# SPDX-License-Identifier: MIT
"""What removing one partner of a set would reopen, in a sentence."""

from tests.partners.problems import problem, worked
from workshop.partners.set_insight import removal, reopening
from workshop.partners.set_problem import mask_of


def test_the_largest_needs_are_called_so() -> None:
    given = problem([1, 1], [0, 0], [0b0011, 0b1100], (5, 4, 2, 1))
    assert removal(given, 0b11) == "Removing c000 would reopen the two largest needs: n000 and n001"
    one = problem([1, 1], [0, 0], [0b001, 0b110], (5, 2, 2))
    assert removal(one, 0b01) == "Removing c000 would reopen the largest need: n000"


def test_needs_that_are_not_the_largest_are_counted_and_named() -> None:
    chosen = mask_of([1])
    assert removal(worked(), chosen) == "Removing HomeHealthX would reopen post-acute"
    many = problem([1], [0], [0b11110], (9, 2, 2, 2, 2))
    assert removal(many, 1) == "Removing c000 would reopen 4 needs: n001, n002, n003 and 1 more"
    tied = problem([1, 1], [0, 0], [0b0011, 0b1100], (2, 2, 2, 2))
    assert removal(tied, 0b11) == "Removing c000 would reopen 2 needs: n000 and n001"


def test_what_two_cover_does_not_reopen() -> None:
    twice = problem([1, 1], [0, 0], [0b1, 0b1], (3,))
    assert removal(twice, 0b11) == "Whoever leaves, no need reopens"
    assert not reopening(twice, 0b11)
    assert reopening(twice, 0b01) == {0}
    assert removal(twice, 0) == ""


def test_more_than_three_largest_needs_are_counted() -> None:
    given = problem([1, 1], [0, 0], [0b01111, 0b10000], (5, 5, 5, 5, 1))
    said = removal(given, 0b11)
    assert said == "Removing c000 would reopen 4 needs: n000, n001, n002 and 1 more"
