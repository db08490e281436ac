from __future__ import annotations

import copy
from collections.abc import Sequence

import pytest

from bot.evaluation.dataset.cases import Case
from bot.evaluation.metrics.judging import LexicalJudge, ModelJudge, judged
from bot.evaluation.metrics.scoring import Score, score
from bot.evaluation.run.prediction import Prediction
from bot.llm.prompts import load
from bot.llm.scripted import ScriptedModel
from bot.verification.entailment import Entailment
from tests.evaluation.conftest import answer


class Table:
    """A judge by table: the texts that support a sentence, alone or together."""

    name = "table"

    def __init__(self, *supporting: set[str]) -> None:
        self._supporting = supporting

    def support(self, sentence: str, texts: Sequence[str]) -> float:
        return 1.0 if any(needed <= set(texts) for needed in self._supporting) else 0.0


def cited(*quotes: str) -> Score:
    told = copy.deepcopy(answer())
    told["citations"] = [{**told["citations"][0], "number": n, "quote": q} for n, q in enumerate(quotes, 1)]
    told["statements"][0]["citations"] = list(range(1, len(quotes) + 1))
    return score(Case("q", "Who?", "en", True, answers=("Elin",)), Prediction("q", "Who?", told))


@pytest.mark.parametrize(
    ("quotes", "table", "recall", "precision"),
    [
        (["a"], Table({"a"}), 1.0, 1.0),
        (["a"], Table(), 0.0, 0.0),
        (["a", "x"], Table({"a"}), 1.0, 0.5),
        (["a", "b"], Table({"a", "b"}), 1.0, 1.0),
        (["a", "b"], Table({"a"}, {"b"}), 1.0, 1.0),
    ],
    ids=["supported", "not", "one irrelevant", "both needed", "each enough"],
)
def test_recall_and_precision_are_those_of_alce(
    quotes: list[str], table: Table, recall: float, precision: float
) -> None:
    told = judged([cited(*quotes)], table)
    assert (told["judge"], told["n"]) == ("table", 1)
    assert (told["recall"]["mean"], told["precision"]["mean"]) == (recall, precision)


def test_the_lexical_judge_sees_a_wrong_number() -> None:
    judge = LexicalJudge()
    assert judge.support("He owns two boats.", ["He owns two boats."]) == 1.0
    assert judge.support("He owns three boats.", ["He owns two boats."]) == 0.0
    assert judge.support("He owns two boats.", []) == 0.0


@pytest.mark.parametrize(("verdict", "support"), [("supported", 1.0), ("not_stated", 0.0), ("who knows", 0.5)])
def test_a_model_judges_by_its_verdict(verdict: str, support: float) -> None:
    model = ScriptedModel([f'{{"verdicts": [{{"id": 1, "verdict": "{verdict}"}}]}}'])
    judge = ModelJudge(model.name, Entailment(model, lambda pairs: load("entail").fill(pairs=pairs, fence="x")))
    assert judge.name == "llm:scripted"
    assert judge.support("He owns two boats.", ["He owns two boats."]) == support


def test_silence_is_not_judged() -> None:
    silent = answer(outcome="not_in_sources", statements=[], citations=[])
    told = judged([score(Case("q", "Who?", "en", False), Prediction("q", "Who?", silent))], Table())
    assert told == {"judge": "table", "n": 0}
