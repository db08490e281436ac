from __future__ import annotations

import json
from pathlib import Path

import ir_measures
import pytest
from ir_measures import RR, R

from bot.evaluation.metrics.scoring import Score, scores_of
from bot.evaluation.report.exporters import export
from bot.evaluation.run.folder import RunFolder


@pytest.fixture
def scores(finished: RunFolder) -> list[Score]:
    return scores_of(finished)


def test_others_find_our_retrieval_figures_in_the_trec_files(scores: list[Score], tmp_path: Path) -> None:
    for name, text in export("trec", scores).items():
        (tmp_path / name).write_text(text)
    theirs = ir_measures.calc_aggregate(
        [R @ 5, RR @ 10],
        ir_measures.read_trec_qrels(str(tmp_path / "qrels.trec")),
        ir_measures.read_trec_run(str(tmp_path / "run.trec")),
    )
    for measure, figure in ((R @ 5, "recall@5"), (RR @ 10, "mrr@10")):
        ours = [s.figures[figure] for s in scores if figure in s.figures]
        assert theirs[measure] == pytest.approx(sum(ours) / len(ours))


def test_squad_predictions_hold_every_question_and_silence_is_empty(scores: list[Score]) -> None:
    told = json.loads(export("squad", scores)["predictions.squad.json"])
    assert set(told) == {"who", "praise", "gold"}
    assert told["gold"] == ""
    assert told["who"]


def test_rag_tools_get_question_answer_contexts_and_reference(scores: list[Score]) -> None:
    rows = [json.loads(line) for line in export("ragas", scores)["ragas.jsonl"].splitlines()]
    first = rows[0]
    assert first["reference"] == "Elin Marklund"
    assert first["retrieved_contexts"]
    assert "[1]" not in first["response"]
    (told, *_) = json.loads(export("ragchecker", scores)["ragchecker.json"])["results"]
    assert told["response"] == first["response"]
    assert told["retrieved_context"][0]["doc_id"].startswith("bridge#")
