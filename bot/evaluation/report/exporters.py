"""A run in the formats of other evaluation tools, so that others can score it again with theirs.

TREC run and qrels (trec_eval, ir_measures), SQuAD predictions (the official script), RAGAS rows, RAGChecker input.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from bot.evaluation.metrics.scoring import Score

Target = Literal["trec", "squad", "ragas", "ragchecker"]
_MARKS = re.compile(r"\s*\[\d+\]")


def export(target: Target, scores: Sequence[Score]) -> dict[str, str]:
    """The files of an export: name -> content."""
    return _EXPORTS[target](scores)


def trec(scores: Sequence[Score]) -> dict[str, str]:
    """run.trec (question, Q0, class, rank, score, tag) and qrels.trec; documents are evidence classes."""
    run: list[str] = []
    qrels: list[str] = []
    for score in scores:
        if not score.gold:
            continue
        name = _token(score.case.id)
        classes = dict.fromkeys(ranked.evidence_class for ranked in score.prediction.ranking)
        run += [f"{name} Q0 {c} {rank} {1 / rank:.6f} trich" for rank, c in enumerate(classes, 1)]
        qrels += [f"{name} 0 {gold.evidence_class} 1" for gold in score.gold]
    return {"run.trec": "\n".join(run) + "\n", "qrels.trec": "\n".join(qrels) + "\n"}


def _token(text: str) -> str:
    """An id without spaces: the TREC formats separate by them."""
    return re.sub(r"\s+", "_", text)


def squad(scores: Sequence[Score]) -> dict[str, str]:
    """predictions.squad.json: id -> short answer, '' for silence, as the official SQuAD 2.0 script reads it."""
    told = {s.case.id: (_answer(s).get("short_answer") or "") if s.answered else "" for s in scores}
    return {"predictions.squad.json": json.dumps(told, ensure_ascii=False, indent=1) + "\n"}


def ragas(scores: Sequence[Score]) -> dict[str, str]:
    """ragas.jsonl: user_input, response, retrieved_contexts, reference (RAGAS' SingleTurnSample)."""
    rows = [
        {
            "user_input": s.case.question,
            "response": _bare(s),
            "retrieved_contexts": [c["text"] for c in _shown(s)],
            "reference": _reference(s),
        }
        for s in scores
    ]
    return {"ragas.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)}


def ragchecker(scores: Sequence[Score]) -> dict[str, str]:
    """ragchecker.json: the input format of RAGChecker."""
    rows = [
        {
            "query_id": s.case.id,
            "query": s.case.question,
            "gt_answer": _reference(s),
            "response": _bare(s),
            "retrieved_context": [{"doc_id": c["ref"], "text": c["text"]} for c in _shown(s)],
        }
        for s in scores
    ]
    return {"ragchecker.json": json.dumps({"results": rows}, ensure_ascii=False, indent=1) + "\n"}


def _answer(score: Score) -> Mapping[str, Any]:
    return score.prediction.answer or {}


def _bare(score: Score) -> str:
    """The answer without its marks."""
    return _MARKS.sub("", str(_answer(score).get("answer") or ""))


def _shown(score: Score) -> list[Mapping[str, Any]]:
    """The paragraphs that the answer rests on, or that it offers."""
    return [*_answer(score).get("citations", ()), *_answer(score).get("nearest", ())]


def _reference(score: Score) -> str:
    """One gold answer in words; '' for a question without one."""
    return "; ".join(group[0] for group in score.case.groups)


_EXPORTS: Mapping[Target, Callable[[Sequence[Score]], dict[str, str]]] = {
    "trec": trec,
    "squad": squad,
    "ragas": ragas,
    "ragchecker": ragchecker,
}
