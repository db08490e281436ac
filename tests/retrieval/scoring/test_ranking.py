from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.scoring.coverage import Features, Weighing, keys_of
from bot.retrieval.scoring.ranking import (
    FeatureWeights,
    FusionWeights,
    Ranked,
    RankingWeights,
    by_score,
    shared_out,
    with_direct,
    with_rarest,
    with_twins,
)
from bot.retrieval.terms.query import Query
from bot.retrieval.terms.weighted import BestOf, SumOf, WeightedTerm

RANKINGS = st.lists(st.floats(0, 1), max_size=12).map(lambda scores: by_score(dict(enumerate(scores))))


class Even:
    """Every term but `missing` occurs in 2 of 100 paragraphs."""

    count = 100

    def document_frequency(self, _field: str, term: str) -> int:
        return 0 if term == "missing" else 60 if term == "common" else 2

    def held(self, field: str, terms: Iterable[str]) -> set[str]:
        return {term for term in terms if self.document_frequency(field, term)}


def words(*terms: str) -> tuple[WeightedTerm, ...]:
    return tuple(WeightedTerm("terms", term) for term in terms)


def features(query: Query, *sentences: str) -> Features:
    keys = [frozenset(f"terms:{word}" for word in sentence.split()) for sentence in sentences]
    return Weighing(query, Even()).features(keys, 1.0)


def test_the_learnt_weights_are_there() -> None:
    weights = RankingWeights.load()
    assert weights is RankingWeights.load()
    assert weights.same.of(Features(1, 1, 1, 1)) == pytest.approx(1)


def test_feature_weights_are_shares() -> None:
    with pytest.raises(ValueError, match="shares of 1"):
        FeatureWeights(1, 1, 0, 0)
    with pytest.raises(ValueError, match="shares of 1"):
        FeatureWeights(1.5, -0.5, 0, 0)


def test_coverage_by_paragraph_window_and_sentence() -> None:
    query = Query(words("a", "b", "c", "d"), ())
    got = features(query, "a b", "c", "d")
    assert (got.words, got.window, got.sentence) == pytest.approx((1, 0.75, 0.5))


def test_the_best_alternative_counts_not_the_sum() -> None:
    query = Query((BestOf((*words("a"), WeightedTerm("terms", "b", 0.5))),), ())
    assert features(query, "a b").words == 1
    assert features(query, "b").words == pytest.approx(0.5)


def test_the_words_of_one_alternative_add_up() -> None:
    query = Query((BestOf((SumOf(words("a", "b")), *words("c"))),), ())
    assert features(query, "a").words == pytest.approx(0.5)
    assert features(query, "c").words == pytest.approx(0.5)
    assert features(query, "a b").words == 1


def test_a_word_that_no_paragraph_holds_counts_against_all() -> None:
    known = features(Query(words("a"), ()), "a").words
    assert features(Query(words("a", "missing"), ()), "a").words < 0.6 < known == 1


def test_common_words_are_not_searched_in_a_large_collection() -> None:
    query = Query(words("common", "a"), ())
    assert Weighing(query, Even(), large=50).searched == words("a")
    assert Weighing(query, Even(), large=500).searched == words("a", "common")
    assert Weighing(Query(words("common"), ()), Even(), large=50).searched == words("common")


def test_what_no_paragraph_holds_is_not_searched() -> None:
    alternatives = BestOf((SumOf(words("a", "missing")), *words("missing"), *words("b")))
    query = Query((alternatives, *words("missing")), ())
    assert Weighing(query, Even()).searched == (BestOf((SumOf(words("a")), *words("b"))),)


def test_only_the_most_telling_parts_are_searched() -> None:
    assert Weighing(Query(words("common", "a", "b"), ()), Even(), most=2).searched == words("a", "b")


def test_an_empty_query_weighs_nothing() -> None:
    assert Weighing(Query((), ()), Even()).features([], 0.0) == Features(0, 0, 0, 0)


def test_the_rarest_word_counts_by_any_of_its_names() -> None:
    weighing = Weighing(Query((*words("common"), BestOf(words("a", "b"))), ()), Even())
    assert weighing.rarest([frozenset({"terms:b"})]) == 1
    assert weighing.rarest([frozenset({"terms:common"})]) == 0


def test_the_rarest_word_takes_no_more_places_than_there_are() -> None:
    assert with_rarest([Ranked(1, 0.9)], {2: 1.0}, 1) == [Ranked(1, 0.9)]
    assert with_rarest([], {2: 1.0}, 1) == [Ranked(2, 0.0)]


def test_keys_follow_the_sentences() -> None:
    first, second = keys_of("Lâm came. Hourn left.", "en")
    assert "terms:hourn" in second - first


def test_a_twin_lifts_and_joins() -> None:
    weights = FusionWeights(twin=0.1, pivot=0.5)
    lifted, twins = with_twins({1: 0.8}, {2: 0.6}, {1: 2}, weights)
    assert lifted == pytest.approx({1: 0.86})
    assert twins == {2: 0.6}
    assert with_twins({1: 0.8}, {}, {1: 2}, weights) == ({1: 0.8}, {2: 0.4})


@given(RANKINGS, RANKINGS, st.integers(1, 20))
def test_sharing_out_keeps_order_and_limit(own: list[Ranked], other: list[Ranked], limit: int) -> None:
    other = [Ranked(100 + r.rowid, r.score) for r in other]
    ranking = shared_out(own, other, limit, FusionWeights())
    assert len(ranking) == min(limit, len(own) + len(other))
    assert len({r.rowid for r in ranking}) == len(ranking)
    assert all(a.score >= b.score for a, b in pairwise(ranking))
    for side in (own, other):
        kept = [r.rowid for r in ranking if r.rowid in {s.rowid for s in side}]
        assert kept == [r.rowid for r in side][: len(kept)]


def test_neither_language_crowds_the_other_out() -> None:
    own = [Ranked(n, 0.9) for n in range(10)]
    other = [Ranked(100 + n, 0.5) for n in range(10)]
    ranking = shared_out(own, other, 8, FusionWeights(every=4, floor=0.3))
    assert [n for n, r in enumerate(ranking) if r.rowid >= 100] == [3, 7]
    assert [r.rowid >= 100 for r in shared_out(other, own, 4, FusionWeights(every=4))] == [False, False, False, True]


def test_a_share_is_not_given_to_what_has_nothing_to_say() -> None:
    own = [Ranked(n, 0.9) for n in range(10)]
    ranking = shared_out(own, [Ranked(100, 0.1)], 8, FusionWeights(every=4, floor=0.3))
    assert 100 not in [r.rowid for r in ranking]


def test_the_own_best_hit_of_the_other_language_comes_second_at_least() -> None:
    joined = [Ranked(1, 0.9), Ranked(2, 0.8), Ranked(3, 0.5), Ranked(4, 0.4)]
    assert [r.rowid for r in with_direct(joined, {4: 0.4, 3: 0.3})] == [1, 4, 2, 3]
    assert [r.rowid for r in with_direct(joined, {3: 0.4, 4: 0.4})] == [1, 3, 2, 4]


def test_a_hit_that_stands_high_or_nowhere_moves_nothing() -> None:
    joined = [Ranked(1, 0.9), Ranked(2, 0.8), Ranked(3, 0.5)]
    for other in ({1: 0.9}, {2: 0.7, 3: 0.5}, {8: 0.9}, {}):
        assert with_direct(joined, other) == joined
    assert with_direct([], {1: 0.5}) == []


@given(RANKINGS, st.dictionaries(st.integers(0, 14), st.floats(0, 1)))
def test_one_hit_moves_up_and_all_else_keeps_its_place(joined: list[Ranked], other: dict[int, float]) -> None:
    ranking = with_direct(joined, other)
    assert sorted(r.rowid for r in ranking) == sorted(r.rowid for r in joined)
    assert all(a.score >= b.score for a, b in pairwise(ranking))
    moved = {r.rowid for r, before in zip(ranking, joined, strict=True) if r != before}
    best = max(other, key=lambda rowid: (other[rowid], -rowid), default=-1)
    assert not moved or ranking[1].rowid == best
    assert [r for r in ranking if r.rowid != best] == [r for r in joined if r.rowid != best]
