from __future__ import annotations

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ir_measures import RR, R, Success, nDCG

from bot.evaluation.metrics import rankings as ours

CLASSES = [f"c{n}" for n in range(30)]
RANKINGS = st.lists(st.sampled_from(CLASSES), unique=True, max_size=25)
GOLD = st.sets(st.sampled_from(CLASSES), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(RANKINGS, GOLD, st.sampled_from([1, 3, 5, 10, 20]))
def test_they_agree_with_ir_measures(ranking: list[str], gold: set[str], k: int) -> None:
    qrels = [ir_measures.Qrel("q", name, 1) for name in sorted(gold)]
    # An engine that found nothing is told by a document that nobody asked for.
    run = [ir_measures.ScoredDoc("q", name, 100.0 - n) for n, name in enumerate(ranking)] or [
        ir_measures.ScoredDoc("q", "none", 1.0)
    ]
    theirs = ir_measures.calc_aggregate([R @ k, Success @ k, RR @ k, nDCG @ k], qrels, run)
    assert ours.recall(ranking, gold, k) == pytest.approx(theirs[R @ k])
    assert ours.success(ranking, gold, k) == pytest.approx(theirs[Success @ k])
    assert ours.reciprocal_rank(ranking, gold, k) == pytest.approx(theirs[RR @ k])
    assert ours.ndcg(ranking, gold, k) == pytest.approx(theirs[nDCG @ k])


def test_nothing_found_scores_nothing() -> None:
    for metric in (ours.recall, ours.success, ours.reciprocal_rank, ours.ndcg, ours.all_evidence):
        assert metric([], {"a"}, 10) == 0.0


def test_a_repeated_class_gains_once() -> None:
    assert ours.recall(["a", "a"], {"a", "b"}, 2) == 0.5
    assert ours.ndcg(["a", "a"], {"a", "b"}, 2) == pytest.approx(ours.ndcg(["a", "x"], {"a", "b"}, 2))


def test_all_evidence_wants_all() -> None:
    assert ours.all_evidence(["a", "b"], {"a", "b"}, 2) == 1.0
    assert ours.all_evidence(["a", "x", "b"], {"a", "b"}, 2) == 0.0
