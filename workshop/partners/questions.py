# SPDX-License-Identifier: MIT
"""The questions leaders ask of their network, each answered by a sentence, a highlight and a formula."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from workshop.gaps.records import Capability, Need
from workshop.ids import Id
from workshop.partners.covering import COVERS, coverers
from workshop.partners.graph import EVERYTHING, Network, NetworkFilter, network, shown_ties
from workshop.partners.metrics import ei_index, measures, parts, skeleton
from workshop.partners.metrics_table import group_fields, groups, telling_field
from workshop.partners.trust import FORMULA, conversations, differences
from workshop.prepare.records import Organization
from workshop.state import Workshop
from workshop.why import counted, listed, number, percent

_NAMED = 4


class Answer(NamedTuple):
    """A sentence, what it points at, and the measure with its formula behind it."""

    sentence: str
    nodes: frozenset[Id]
    ties: frozenset[Id]
    measure: str
    formula: str


def who_covers(workshop: Workshop, need: Id) -> Answer:
    """Answer: Who covers this need?"""
    wanted = workshop.get(Need, need)
    capability = workshop.get(Capability, wanted.capability).name
    found = coverers(workshop, wanted)
    names = _names(workshop, found)
    if wanted.needed_level is None:
        sentence = f"The needed level of {capability} is not rated yet."
    elif found:
        verb = "covers" if len(found) == 1 else "cover"
        sentence = f"{_some(names)} {verb} {capability}."
    else:
        sentence = f"Nobody in the network covers {capability}."
    nodes = frozenset({*found, wanted.capability})
    return Answer(sentence, nodes, frozenset(), f"{len(found)} cover it", COVERS)


def what_hangs_on_one(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> Answer:
    """Answer: What hangs on one partner?"""
    graph = network(workshop, filter)
    cuts = [graph.nodes[i] for i in skeleton(graph).cut_points]
    single = [
        (need, found[0])
        for need in workshop.all(Need)
        if len(found := coverers(workshop, need)) == 1
    ]
    ways = f"the only way to others leads through {_some(_names(workshop, cuts))}" if cuts else ""
    needs = [_need_words(workshop, need, id) for need, id in single]
    sentence = "; ".join(filter_empty([ways, _some(needs)]))
    sentence = sentence or "nothing hangs on one partner: every way and every need has a second"
    nodes = frozenset({*cuts, *(id for _, id in single), *(need.capability for need, _ in single)})
    measure = f"{counted(len(cuts), 'cut point')}, {counted(len(single), 'need')} with one cover"
    formula = f"cut point: without it the network has more parts; {COVERS}"
    return Answer(_sentence(sentence), nodes, frozenset(), measure, formula)


def what_splits(workshop: Workshop, leaving: Id, filter: NetworkFilter = EVERYTHING) -> Answer:
    """Answer: If this one leaves, what splits and what reopens?"""
    filter = filter._replace(without="")
    graph = network(workshop, filter)
    index = graph.numbers[leaving]
    home = next(part for part in parts(graph) if index in part)
    after = [part for part in parts(graph, without=index) if part <= home]
    lost = [graph.nodes[i] for part in after[1:] for i in sorted(part)]
    reopened = [
        workshop.get(Capability, need.capability).name
        for need in workshop.all(Need)
        if coverers(workshop, need) == [leaving]
    ]
    name = graph.names[index]
    splits = f"Without {name} nothing splits"
    if lost:
        splits = f"Without {name} the rest loses its link to {_some(_names(workshop, lost))}"
    reopens = f"{_some(reopened)} would reopen" if reopened else "no need reopens"
    touched = [
        tie.id for tie in shown_ties(workshop, filter) if leaving in (tie.source, tie.target)
    ]
    measure = f"{counted(max(len(after), 1), 'part')} after it left, {counted(len(reopened), 'need reopens', 'needs reopen')}"
    formula = f"parts of the network without it; {COVERS}"
    nodes = frozenset({leaving, *lost})
    return Answer(f"{splits}; {reopens}.", nodes, frozenset(touched), measure, formula)


def who_bridges(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> Answer:
    """Answer: Who bridges groups? Those in between are named in the order of the alphabet."""
    graph = network(workshop, filter)
    found = measures(graph)
    middle = sum(found.betweenness) / max(len(found.betweenness), 1)
    between = [i for i, value in enumerate(found.betweenness) if value > 1.5 * middle]
    bridges = {edge for edge in found.bridges if set(edge) & set(between)}
    if between:
        names = _some([graph.names[i] for i in between])
        verb = "lies" if len(between) == 1 else "lie"
        sentence = f"{names} {verb} on many of the shortest ways between others."
    else:
        sentence = "Nobody stands between groups more than others do."
    ties = _ties_between(workshop, filter, graph, bridges)
    nodes = frozenset(graph.nodes[i] for i in between)
    formula = "share of shortest ways between two others that lead through it; more than 1.5 times the mean"
    return Answer(sentence, nodes, ties, f"mean betweenness {number(middle, 3)}", formula)


def where_not_connected(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> Answer:
    """Answer: Where are we not connected?"""
    graph = network(workshop, filter)
    organizations = workshop.of(Organization)
    ours = {i for i, id in enumerate(graph.nodes) if organizations[id].ours}
    tied = {a for edge in graph.edges if ours & set(edge) for a in edge}
    open_ends = [i for i in range(len(graph.nodes)) if i not in tied | ours]
    reachable = {i for part in parts(graph) if part & ours for i in part}
    far = [i for i in open_ends if i not in reachable]
    names = _some([graph.names[i] for i in open_ends])
    if not ours:
        sentence = "Mark which organization is ours, then this question has an answer."
        open_ends = []
    elif not open_ends:
        sentence = "We are tied to every organization on the map."
    else:
        beyond = f"; {counted(len(far), 'is', 'are')} out of reach by any way" if far else ""
        sentence = f"We have no direct tie to {names}{beyond}."
    share = percent(1 - len(open_ends) / max(len(graph.nodes) - len(ours), 1)) if ours else "–"
    nodes = frozenset(graph.nodes[i] for i in (*open_ends, *ours))
    return Answer(
        sentence, nodes, frozenset(), f"tied to {share}", "organizations tied to us / all others"
    )


def who_is_on_the_edge(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> Answer:
    """Answer: Who is on the edge?"""
    graph = network(workshop, filter)
    degree = skeleton(graph).degree
    alone = [graph.names[i] for i, count in enumerate(degree) if count == 0]
    one = [graph.names[i] for i, count in enumerate(degree) if count == 1]
    said = [
        f"{_some(alone)} {'has' if len(alone) == 1 else 'have'} no tie" if alone else "",
        f"{_some(one)} {'hangs' if len(one) == 1 else 'hang'} on a single tie" if one else "",
    ]
    sentence = "; ".join(filter_empty(said)) or "nobody: everyone has at least two partners"
    nodes = frozenset(graph.nodes[i] for i, count in enumerate(degree) if count <= 1)
    measure = f"{len(alone)} without a tie, {len(one)} with one"
    return Answer(
        _sentence(sentence), nodes, frozenset(), measure, "number of organizations tied to"
    )


def are_old_lines_there(
    workshop: Workshop, filter: NetworkFilter = EVERYTHING, field: str = ""
) -> Answer:
    """Answer: Are the old lines still there? By a field of the organizations, such as sector."""
    graph = network(workshop, filter)
    field = field or telling_field(workshop, graph)
    grouped = groups(workshop, graph, field)
    index, why = ei_index(graph, grouped)
    label = dict(group_fields())[field].lower()
    across = {
        (a, b) for a, b in graph.edges if grouped[a] and grouped[b] and grouped[a] != grouped[b]
    }
    ties = _ties_between(workshop, filter, graph, across)
    formula = f"(ties across − ties within) / all ties, groups by {label}"
    if index is None:
        return Answer(why, frozenset(), frozenset(), "E–I –", formula)
    share = percent((index + 1) / 2)
    words = "still there" if index < 0 else "crossed"
    sentence = f"The old lines by {label} are {words}: {share} of the ties run across them."
    ends = frozenset(graph.nodes[i] for edge in across for i in edge)
    return Answer(sentence, ends, ties, f"E–I {number(index)}", formula)


def where_seen_differently(workshop: Workshop, filter: NetworkFilter = EVERYTHING) -> Answer:
    """Answer: Where do both ends see it differently? The widest apart is named first."""
    both, found = differences(workshop, filter), conversations(workshop, filter)
    if found:
        rest = f", and {len(found) - 1} more to talk about" if len(found) > 1 else ""
        sentence = f"{found[0].sentence}{rest}."
    elif both:
        sentence = "Where both ends report, they see it much alike."
    else:
        sentence = "No tie has a report from both of its ends yet."
    nodes = frozenset(end for each in found for end in (each.tie.source, each.tie.target))
    measure = f"{counted(len(found), 'conversation')} to have, {len(both)} compared"
    return Answer(sentence, nodes, frozenset(each.tie.id for each in found), measure, FORMULA)


class Question(NamedTuple):
    """A question with its words and its answer; `about` says what it must be asked about."""

    key: str
    words: str
    about: str
    answer: Callable[..., Answer]


QUESTIONS: Mapping[str, Question] = {
    question.key: question
    for question in (
        Question("covers", "Who covers this need?", "need", who_covers),
        Question("hangs", "What hangs on one partner?", "", what_hangs_on_one),
        Question(
            "splits",
            "If this one leaves, what splits and what reopens?",
            "organization",
            what_splits,
        ),
        Question("bridges", "Who bridges groups?", "", who_bridges),
        Question("open", "Where are we not connected?", "", where_not_connected),
        Question("edge", "Who is on the edge?", "", who_is_on_the_edge),
        Question("lines", "Are the old lines still there?", "", are_old_lines_there),
        Question("differ", "Where do both ends see it differently?", "", where_seen_differently),
    )
}


def filter_empty(texts: list[str]) -> list[str]:
    """Leave out what is blank."""
    return [text for text in texts if text]


def _ties_between(
    workshop: Workshop, filter: NetworkFilter, graph: Network, pairs: set[tuple[int, int]]
) -> frozenset[Id]:
    ends = {frozenset((graph.nodes[a], graph.nodes[b])) for a, b in pairs}
    ties = shown_ties(workshop, filter)
    return frozenset(tie.id for tie in ties if frozenset((tie.source, tie.target)) in ends)


def _names(workshop: Workshop, ids: list[Id]) -> list[str]:
    return [workshop.get(Organization, id).name for id in ids]


def _need_words(workshop: Workshop, need: Need, id: Id) -> str:
    capability = workshop.get(Capability, need.capability).name
    return f"only {workshop.get(Organization, id).name} covers {capability}"


def _some(names: list[str]) -> str:
    """Name a few in the order of the alphabet, and count the rest."""
    names = sorted(names, key=str.casefold)
    if len(names) <= _NAMED:
        return listed(names)
    return f"{', '.join(names[: _NAMED - 1])} and {len(names) - _NAMED + 1} more"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
