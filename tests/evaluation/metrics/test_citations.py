from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from bot.evaluation.metrics import citations as ours
from tests.evaluation.conftest import answer


def test_a_sound_answer_has_no_fault() -> None:
    assert ours.structural_faults(answer()) == ()
    silent = answer(outcome="not_in_sources", statements=[], citations=[], nearest=answer()["citations"])
    assert ours.structural_faults(silent) == ()


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    told = copy.deepcopy(answer())
    change(told)
    return told


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda a: a["statements"][0].update(citations=[]), "uncited:1"),
        (lambda a: a["statements"][0].update(citations=[1, 2]), "unresolved:2"),
        (lambda a: a["citations"][0].update(number=2), "numbering"),
        (lambda a: a["citations"][0].update(quote="something else"), "quote:1"),
        (lambda a: a["citations"][0].update(start=3, end=3, quote=""), "quote:1"),
        (lambda a: a["citations"].append({**a["citations"][0], "number": 2}), "duplicate"),
        (lambda a: a.update(outcome="unverified"), "outcome"),
        (lambda a: a.update(statements=[]), "outcome"),
    ],
)
def test_every_broken_promise_is_seen(change: Callable[[dict[str, Any]], object], fault: str) -> None:
    assert fault in ours.structural_faults(changed(change))


def test_gold_precision_and_recall_count_classes() -> None:
    assert ours.gold_precision(["a", "a", "x"], {"a", "b"}) == 0.5
    assert ours.gold_recall(["a", "a", "x"], {"a", "b"}) == 0.5
    assert ours.gold_precision([], {"a"}) == ours.gold_recall([], {"a"}) == 0.0
