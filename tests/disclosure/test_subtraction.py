"""What follows from all that is shown at once: no count of 1 to 9 people, by whatever sums and differences."""

from collections.abc import Hashable
from dataclasses import replace
from functools import cache

from dashboard import catalogue
from dashboard.filters import Filters
from tests.disclosure import programme
from tests.disclosure.cells import Shown, answer, corners, counts, system
from tests.disclosure.coverage import PUBLISHED
from tests.disclosure.facts import Atom, Facts, Weights
from tests.disclosure.probes import numbers
from tests.disclosure.system import Cell, System, interval
from tests.disclosure.texts import READERS

FEW = (2030,)
Parts = list[tuple[Hashable, tuple[Hashable, ...]]]


@cache
def facts() -> Facts:
    return Facts.of(programme.true())


@cache
def shown() -> Shown:
    found = Shown()
    found.add(programme.guarded(), programme.true(), facts())
    return found


def test_every_count_of_people_is_told_from_the_rows_a_second_time() -> None:
    assert shown().without == set(), "tell measures.py or texts.py what these are made of"
    assert shown().wrong == []
    assert len(shown().cells) > 1000


def test_nothing_is_exact_that_was_not_signed() -> None:
    assert [cell.name for cell in shown().cells.values() if cell.signed] == []


def test_no_small_count_is_found_by_subtraction_nor_between_two_editions() -> None:
    earlier, twin = programme.edition(1), programme.true_edition(1)
    before = Shown()
    later = Facts.of(twin, facts())
    before.add(earlier, twin, later, FEW)
    assert before.wrong == []
    both = system(later, shown(), before)
    day = later.as_of
    assert System(*away_on(both, f"{day}", f"{day!r}")).found() == []


def away_on(known: System, *names: str) -> tuple[Weights, list[Cell], Parts]:
    """Return what is known, with every holder of a post doubled by one who was in no post on the day of one edition.

    Nobody outside knows that there was none such. On the last day of a year it would make a leaver: this is none.
    """
    cells, weights = [], Weights(known.weights)
    for cell in known.cells:
        more: set[Atom] = set()
        if not any(name in cell.name for name in names):
            more = {("post", "away", *each[1:]) for each in cell.atoms if each[0] == "post"}  # type: ignore[index,misc]
            weights.update(dict.fromkeys(more, 0))
        cells.append(replace(cell, atoms=cell.atoms | more))
    return weights, cells, known.parts


def test_no_small_count_follows_from_what_was_signed() -> None:
    with_signed = Shown()
    with_signed.add(programme.signed(), programme.true(), facts(), FEW)
    assert with_signed.wrong == []
    exact = {cell.name for cell in with_signed.cells.values() if cell.signed}
    assert exact, "nothing that was signed is exact"
    assert [name for name in exact if str(facts().as_of.year) not in name] == []
    measured = {name.split("(")[1].split(",")[0] for name in exact if name.startswith("leadership/coverage")}
    assert measured <= {f"'{each}'" for each in "ABCDEG"}
    assert system(facts(), shown(), with_signed).found() == []


def test_the_published_wording_is_made_of_its_parts_as_they_are_shown() -> None:
    # Rounded from its true sum it told how many officials were acting, where no head's or registrar's post was vacant.
    data, question = programme.guarded(), catalogue.question("leadership/coverage_measures")
    for last in (2014, 2030):
        asked = Filters(years=(2000, last), role_group=PUBLISHED)
        rows = {(row["country"], row["measure"], row["role_group"]): row for row in answer(data, question, asked)}
        for country in ("PAK", "BGD"):
            parts = [rows[country, "D", group]["of"] for group in PUBLISHED]
            assert rows[country, "E", "all"]["of"] == sum(5 if part is None else part for part in parts)


def test_any_target_does_arithmetic_with_the_same_shown_numbers() -> None:
    data, question = programme.guarded(), catalogue.question("leadership/to_reach_target")
    known = {(cell.atoms, cell.low, cell.high) for cell in shown().cells.values()}
    for target in (50, 75, 100):
        asked = Filters(target=target, role_group=PUBLISHED)
        for row in answer(data, question, asked):
            for each in READERS[question.id](facts(), row, asked):
                assert not each.atoms or (each.atoms, *interval(each.shown)) in known


def test_counts_that_are_not_rounded_are_found() -> None:
    exact = [
        replace(cell, low=true, high=true)
        for cell in shown().cells.values()
        if cell.name.startswith(("transnational", "researchers"))
        for true in [sum(facts().weights[each] for each in cell.atoms)]
    ]
    found = System(facts().weights, exact, list(facts().parts())).found()
    assert len(found) > 2


def test_a_small_part_of_two_rounded_sums_is_not_found_but_of_two_exact_ones_is() -> None:
    weights = {"women": 4, "men": 33}
    women, all_of_them = frozenset({"women"}), frozenset({"women", "men"})
    men = frozenset({"men"})
    rounded = [
        Cell("women", women, *interval(None)),
        Cell("men", men, *interval(35)),
        Cell("all", all_of_them, *interval(35)),
    ]
    assert System(weights, rounded).found() == []
    loose = [replace(rounded[0]), replace(rounded[1], low=33, high=33), replace(rounded[2], low=37, high=37)]
    assert len(System(weights, loose).found()) == 1


def test_twelve_hidden_ones_in_a_sum_of_twelve_are_found() -> None:
    # The limit of any rule without second suppression: the attack sees it, and would name it in real data.
    weights = dict.fromkeys(range(12), 1)
    cells = [Cell(str(each), frozenset({each}), *interval(None)) for each in range(12)]
    cells.append(Cell("all", frozenset(range(12)), *interval(10)))
    assert System(weights, cells[:-1]).found() == []
    assert len(System(weights, cells).found()) == 12


def test_the_wall_of_headlines_tells_nothing_of_its_own() -> None:
    data = programme.guarded()
    wall, sides = catalogue.question("overview/standing"), catalogue.question("compare/headlines")
    years = range(2000, facts().as_of.year + 1)
    every = [row for year in years for row in answer(data, sides, Filters(years=(2000, year)))]
    told = {number for row in every for number in numbers(row["words"])} | {str(year) for year in years}
    amounts = {row["value"] for row in every}
    assert counts(wall) == ["base"]
    for filters in (Filters(), Filters(years=(2008, 2014), against=2011)):
        for row in answer(data, wall, filters):
            words = " ".join(row[name] for name in ("value", "against", "note") if row[name])
            assert set(numbers(words.partition(" towards ")[0])) <= told, row
            assert {each for each in row["spark"] if each is not None} <= amounts
            assert {row["amount"], row["amount_before"]} <= amounts | {None}
    assert list(corners(wall))
