"""Citation metrics in layers that are never mixed: structural, gold by evidence class; support by a judge is in judging.py.

ALCE (Gao et al. 2023) defines citation recall and precision by a judge; here the gold layer needs none. A one-paragraph
answer gets both for free, so these always stand beside `contains` and the length of the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any


def structural_faults(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """What is broken in the JSON of an answer: none, always, is the promise.

    An uncited sentence, a number that does not resolve, a quote that is not in the text, gaps in the numbering, the same
    citation twice, statements without the outcome `answered` or the reverse.
    """
    faults: list[str] = []
    citations = {c["number"]: c for c in answer["citations"]}
    if sorted(citations) != list(range(1, len(answer["citations"]) + 1)):
        faults.append("numbering")
    used: list[int] = []
    for place, statement in enumerate(answer["statements"], 1):
        if not statement["citations"]:
            faults.append(f"uncited:{place}")
        faults += [f"unresolved:{n}" for n in statement["citations"] if n not in citations]
        used += statement["citations"]
    if list(dict.fromkeys(used)) != sorted(citations):
        faults.append("order")
    for citation in (*answer["citations"], *answer["nearest"]):
        if citation["quote"] != citation["text"][citation["start"] : citation["end"]] or not citation["quote"]:
            faults.append(f"quote:{citation['number']}")
    spans = [(c["ref"], c["start"], c["end"]) for c in answer["citations"]]
    if len(set(spans)) < len(spans):
        faults.append("duplicate")
    if bool(answer["statements"]) != (answer["outcome"] == "answered"):
        faults.append("outcome")
    return tuple(faults)


def gold_precision(cited: Sequence[str | None], gold: Set[str]) -> float:
    """|cited and gold| / |cited|, over distinct evidence classes (None is no evidence); 0 when nothing is cited."""
    distinct = list(dict.fromkeys(cited))
    return sum(c in gold for c in distinct) / len(distinct) if distinct else 0.0


def gold_recall(cited: Sequence[str | None], gold: Set[str]) -> float:
    """|cited and gold| / |gold|."""
    return len(gold & set(cited)) / len(gold) if gold else 0.0
