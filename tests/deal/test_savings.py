# SPDX-License-Identifier: MIT
"""A year is settled as the rules say, and published results are reproduced or explained."""

from fractions import Fraction
from pathlib import Path

import pytest

import main
from workshop.deal.money_records import SavingsModel, SplitRule
from workshop.deal.operating_records import DecisionRight, PartyRight
from workshop.deal.savings.program import covers, minimum_for, program, programs
from workshop.deal.savings.replay import replay
from workshop.deal.savings.settle import Year, half_up, settle
from workshop.deal.scenarios import model_of
from workshop.deal.seats import seats_problem
from workshop.prepare.records import Organization
from workshop.record import RuleError
from workshop.state import Workshop

RULES = program("mssp_2024")
BENCHMARK = 177_300_000_00
HEADER = (
    "ACO_ID,ACO_Name,Current_Track,N_AB,MinSavPerc,ABtotBnchmk,ABtotExp,EarnSaveLoss,DisAdj,"
    "Met_QPS,QualScore\n"
)


@pytest.mark.parametrize(
    ("people", "minimum"),
    [
        (3357, 4.8037), (4300, 4.2850), (5000, 3.9), (5500, 3.75), (8238, 3.1762), (13151, 2.8109),
        (24494, 2.4551), (34878, 2.3512), (55000, 2.1), (80000, 2.0), (100, 12.2),
    ],
)  # fmt: skip
def test_the_least_rate_lies_on_the_line_between_two_sizes(people: int, minimum: float) -> None:
    assert float(minimum_for(RULES, people)) * 100 == pytest.approx(minimum, abs=5e-5)


def _year(track: str, spent: float, **known: object) -> Year:
    values = {"people": 13151, **known}
    return Year(BENCHMARK, round(spent * 100_000_000), track, **values)  # type: ignore[arg-type]  # by name


ONE, HALF = Fraction(1, 100), Fraction(1, 200)


@pytest.mark.parametrize(
    ("year", "earned", "capped"),
    [
        pytest.param(_year("B", 170), 2_861_600, False, id="S2"),
        pytest.param(_year("B", 173.5), 0, False, id="S3"),
        pytest.param(_year("B", 173.5, low_revenue=True), 744_800, False, id="S4"),
        pytest.param(_year("E", 170, minimum=ONE), 3_577_000, False, id="S5"),
        pytest.param(
            _year("E", 170, minimum=ONE, quality="alternative", quality_score=Fraction(3, 5)),
            2_146_200, False, id="S6",
        ),
        pytest.param(_year("E", 186, minimum=ONE, revenue=60_000_000_00), -2_610_000, False, id="S7"),
        pytest.param(_year("E", 200, minimum=ONE, revenue=60_000_000_00), -4_800_000, True, id="S8"),
        pytest.param(_year("ENHANCED", 120, minimum=ONE), 35_460_000, True, id="S9"),
        pytest.param(
            _year("ENHANCED", 186, minimum=ONE, quality_score=Fraction(7, 10)), -4_132_500, False, id="S10"
        ),
        pytest.param(
            _year("ENHANCED", 186, minimum=ONE, quality_score=Fraction("0.8311")), -3_480_000, False, id="S11"
        ),
        pytest.param(_year("ENHANCED", 186, minimum=ONE, quality="failed"), -6_525_000, False, id="S12"),
        pytest.param(_year("C", 190, minimum=HALF, revenue=200_000_000_00), -1_773_000, True, id="S13"),
        pytest.param(_year("E", 178, minimum=ONE), 0, False, id="S14"),
        pytest.param(_year("B", 190), 0, False, id="one-sided loss"),
        pytest.param(_year("E", 177.3), 0, False, id="nothing saved"),
        pytest.param(_year("E", 170, minimum=ONE, quality="failed"), 0, False, id="failed quality"),
        pytest.param(_year("E", 170, minimum=Fraction(73, 1773)), 3_577_000, False, id="exactly the minimum"),
        pytest.param(_year("E", 176.3, minimum=Fraction(0)), 490_000, False, id="a minimum of zero"),
        pytest.param(_year("E", 200, minimum=ONE), -6_810_000, False, id="revenue not known"),
    ],
)  # fmt: skip
def test_a_year_is_settled_by_the_rules(year: Year, earned: int, capped: bool) -> None:
    found = settle(RULES, year)
    assert found.earned == earned * 100
    assert found.capped is capped
    assert found.why.inputs


def test_a_real_year_is_reproduced_to_the_cent() -> None:
    year = Year(966_116_777_00, 903_712_089_00, "ENHANCED", minimum=Fraction(2, 100))
    found = settle(program("mssp_2022"), year)
    assert found.earned == 45_867_445_68
    assert float(found.rate) == pytest.approx(0.064593, abs=1e-6)


def test_shared_value_shares_all_in_both_directions() -> None:
    rules = program("")
    assert settle(rules, Year(100_00, 90_00)).earned == 10_00
    assert settle(rules, Year(100_00, 130_00)).earned == -30_00
    assert minimum_for(rules, 5) == 0
    years = ["mssp_2024", "mssp_2022", "mssp_2021", "mssp_2019", "mssp_2016"]
    assert [each.key for each in programs()] == [*years, "shared_value"]


@pytest.mark.parametrize(
    ("rules", "track", "spent", "earned"),
    [
        # 7.3 million saved of 177.3, quality score .90; the share scales with quality before 2021.
        ("mssp_2016", "1", 170, 3_219_300), ("mssp_2016", "1+", 170, 3_219_300),
        ("mssp_2016", "2", 170, 3_863_160), ("mssp_2016", "3", 170, 4_828_950),
        ("mssp_2019", "1", 170, 3_285_000), ("mssp_2019", "B", 170, 2_628_000),
        ("mssp_2019", "ENHANCED", 170, 4_927_500), ("mssp_2021", "1", 170, 3_577_000),
        ("mssp_2021", "2", 170, 4_292_400), ("mssp_2021", "ENHANCED", 170, 5_365_500),
        # 8.7 million lost: nothing, 30 %, 1 - .6 x .9 = .46, 1 - .75 x .9 below the floor of .40.
        ("mssp_2016", "1", 186, 0), ("mssp_2016", "1+", 186, -2_610_000),
        ("mssp_2016", "2", 186, -4_002_000), ("mssp_2016", "3", 186, -3_480_000),
        # Beyond the caps: 10 %, 15 % and 20 % of 177.3 million saved; 4 % and 10 % lost.
        ("mssp_2016", "1", 100, 17_730_000), ("mssp_2016", "2", 100, 26_595_000),
        ("mssp_2016", "3", 100, 35_460_000), ("mssp_2016", "1+", 250, -7_092_000),
        ("mssp_2016", "2", 250, -17_730_000), ("mssp_2016", "3", 250, -26_595_000),
    ],
)  # fmt: skip
def test_tracks_of_earlier_years(rules: str, track: str, spent: float, earned: int) -> None:
    year = _year(track, spent, quality_score=Fraction(9, 10))
    assert settle(program(rules), year).earned == earned * 100


def test_every_year_has_its_tracks_cut_and_way_to_count_quality() -> None:
    basic, old = ["A", "B", "C", "D", "E", "ENHANCED"], ["1", "1+", "2", "3"]
    found = {each.key: each for each in programs()}
    assert list(found["mssp_2016"].tracks) == old
    assert list(found["mssp_2021"].tracks) == [*old, *basic]
    assert list(found["mssp_2022"].tracks) == list(found["mssp_2024"].tracks) == basic
    cuts = {key: each.cut for key, each in found.items() if each.year}
    assert {key for key, cut in cuts.items() if cut == "0"} == {"mssp_2019"}
    assert {key for key, each in found.items() if each.quality_scales} == {"mssp_2016", "mssp_2019"}
    covered = [year for year in range(2015, 2026) if any(covers(p, year) for p in programs())]
    assert covered == list(range(2016, 2025))
    assert all(
        each.minimum_by_people == RULES.minimum_by_people for each in programs() if each.year
    )
    with pytest.raises(RuleError, match="depends on the quality score"):
        settle(found["mssp_2016"], _year("1", 170))


def test_an_advance_is_paid_back_from_what_is_earned_and_never_from_a_loss() -> None:
    found = settle(RULES, _year("B", 170, advance=1_000_000_00))
    assert (found.earned, found.recouped) == (1_861_600_00, 1_000_000_00)
    assert ("Advance paid back", "1,000,000") in found.why.inputs
    assert settle(RULES, _year("B", 170, advance=9_000_000_00)).earned == 0
    assert settle(RULES, _year("E", 186, minimum=ONE, advance=1_00)).earned == -2_610_000_00
    with pytest.raises(RuleError, match="2022 and 2023 knows no advance; clear it"):
        settle(program("mssp_2022"), _year("B", 170, advance=1_00))


@pytest.mark.parametrize(
    ("track", "minimum", "sentence"),
    [
        ("B", 0.01, "On BASIC, level B the minimum rate follows from the people"),
        ("E", 0.03, "is one of 0%, 0.5%, 1%, 1.5% and 2%; choose one"),
        ("E", 0.015, ""),
        ("B", None, ""),
    ],
)
def test_only_a_minimum_that_the_program_offers_can_be_entered(
    track: str, minimum: float | None, sentence: str
) -> None:
    model = SavingsModel(id="m", name="M", rules="mssp_2024", track=track, minimum_rate=minimum)
    if not sentence:
        assert model_of(Workshop([model])) is model
        return
    with pytest.raises(RuleError, match=sentence):
        model_of(Workshop([model]))


def seated(*seats: int, rules: str = "mssp_2024", partner: str | None = "mp") -> Workshop:
    """Give an alliance with so many seats, those of the managing partner first."""
    names = ("mp", "a", "b")
    return Workshop(
        [
            *(Organization(id=id, name=id.upper(), at_table=True) for id in names),
            DecisionRight(id="d", name="Budget"),
            *(
                PartyRight(id=f"r{id}", decision="d", organization=id, seats=own)
                for id, own in zip(names, seats, strict=True)
            ),
            SavingsModel(id="m", name="M", rules=rules, track="B"),
            SplitRule(id="s", name="S", partner=partner),
        ]
    )


def test_a_partner_with_more_seats_than_the_rules_leave_it_is_named() -> None:
    assert seats_problem(seated(3, 3, 3)) == (
        "MP holds 3 of 9 seats (33%); by Medicare Shared Savings Program, 2024 the participants "
        "hold at least 75%. Check it before you sign."
    )
    assert seats_problem(seated(2, 4, 3)) == ""
    assert seats_problem(seated(3, 3, 3, rules="")) == ""
    assert seats_problem(seated(3, 3, 3, partner=None)) == ""
    assert seats_problem(seated(0, 0, 0)) == ""
    assert seats_problem(Workshop()) == ""


def test_halves_are_rounded_away_from_zero() -> None:
    assert [half_up(Fraction(n, 2)) for n in (1, -1, 3, -3, 2)] == [1, -1, 2, -2, 1]


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (Year(0, 1), "above zero"),
        (Year(100, -1), "cannot be negative"),
        (Year(100, 90, "Z"), "no track 'Z'"),
        (Year(100, 90, "B"), "how many people"),
        (_year("E", 170, minimum=ONE, quality="alternative"), "quality score"),
    ],
)
def test_wrong_figures_are_refused_in_a_sentence(year: Year, sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence):
        settle(RULES, year)


def test_rules_that_are_not_there_are_named() -> None:
    with pytest.raises(
        RuleError, match=r"no rules 'x'; there are mssp_2016, mssp_2019, mssp_2021, mssp_2022"
    ):
        program("x")


ROWS = (
    "A1,One,EN,74992,2.00%,966116777,903712089,45867446,,1,89.41%\n"
    "A2,Two,EN,5720,0.00%,52354587,53108722,0,-301654,1,92.44%\n"
    "A3,Three,D,22904,2.47%,555253455,583864092,0,-2320475,1,70.63%\n"
    "A4,Four,*,1,2.00%,100,90,0,,1,70%\n"
    "A5,Five,E,10000,1.00%,*,90,0,,1,70%\n"
    "A6,Six,E,10000,1.00%,10000000,9000000,*,,1,70%\n"
    "A7,Seven,E,10000,1.00%,10000000,9000000,1,,0,70%\n"
    "A8,Eight,E,10000,1.00%,10000000,11000000,-5,-7,1,70%\n"
    "A9,Nine,B,10000,*,10000000,9900000,0,,1,*\n"
)


def _file(folder: Path, text: str, name: str = "PY2022.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_row_is_reproduced_explained_or_named(tmp_path: Path) -> None:
    found = replay(_file(tmp_path, HEADER + ROWS))
    assert [row.verdict for row in found.rows] == [
        "reproduced", "explained", "explained", "explained", "explained", "explained", "reproduced",
        "unexplained", "reproduced",
    ]  # fmt: skip
    assert "lowers the computed loss" in found.rows[1].sentence
    assert "58,011,875" in found.rows[2].sentence
    assert "no track '*'" in found.rows[3].sentence
    assert "suppressed" in found.rows[4].sentence
    assert found.rows[5].computed is not None
    assert "after a relief" in found.rows[7].sentence
    assert found.sentence.startswith("3 of 9 rows reproduced within 2 dollars")


def test_rates_are_read_with_and_without_a_sign(tmp_path: Path) -> None:
    row = "A1,One,EN,74992,{},966116777,903712089,45867446,,1,{}\n"
    other = "A2,Two,EN,74992,{},966116777,903712089,45867446,,1,{}\n"
    for first, second in (("2.00%", "89%"), ("0.02", "0.89"), ("2", "89")):
        text = HEADER + row.format(first, second) + other.format(first, second)
        found = replay(_file(tmp_path, text))
        assert [each.verdict for each in found.rows] == ["reproduced", "reproduced"]


def test_a_difference_without_a_reason_is_named(tmp_path: Path) -> None:
    text = HEADER + "A1,One,EN,1,2.00%,966116777,903712089,1,,1,89%\n"
    found = replay(_file(tmp_path, text, "results.csv"))
    assert found.rows[0].verdict == "unexplained"
    assert found.rules.key == "mssp_2022"


def test_a_file_is_replayed_by_the_rules_of_the_year_in_its_name(tmp_path: Path) -> None:
    text = HEADER + ROWS
    assert replay(_file(tmp_path, text, "PY2023_results.csv")).rules.key == "mssp_2022"
    with pytest.raises(RuleError, match="2016 to 2018 does not say how to read"):
        replay(_file(tmp_path, text, "PY2017_results.csv"))


def test_files_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    for text, sentence in (("a,b\n1,2\n", "no column ACO_ID"), ("a,b\n", "no rows")):
        with pytest.raises(RuleError, match=sentence):
            replay(_file(tmp_path, text))
    (tmp_path / "x.csv").write_bytes(b"a,b\n\xff\xfe,\n")
    with pytest.raises(RuleError, match="not a text file"):
        replay(tmp_path / "x.csv")
    with pytest.raises(RuleError, match="does not say how to read"):
        replay(_file(tmp_path, HEADER + ROWS), program("shared_value"))


def test_the_command_reports_and_gives_its_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = _file(tmp_path, HEADER + ROWS.splitlines()[0] + "\n")
    assert main.main(["savings", "--cms", str(good)]) == 0
    assert capsys.readouterr().out.startswith("1 of 1 row reproduced")
    bad = _file(tmp_path, HEADER + ROWS)
    assert main.main(["savings", "--cms", str(bad), "--rules", "mssp_2022"]) == 1
    assert "Row 9, A8 Eight: unexplained." in capsys.readouterr().out
