"""The choice between the languages is learnt from cases over articles in both: a small run of all of it."""

import importlib
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.answering.choice.language import LanguageWeights
from bot.answering.choice.sentence import Weights
from bot.models import Article, Paragraph, Source

TRAINING = str(Path(__file__).resolve().parents[2] / "training")
TOLD = {
    "Ferry": (
        ("Orla mended the ferry in Lugo.", "Orla đã sửa chiếc phà ở Lugo."),
        ("Who mended the ferry in Lugo?", "Ai đã sửa chiếc phà ở Lugo?"), "Orla",
    ),
    "Mill": (
        ("Bruno painted the old mill in 1962.", "Bruno sơn lại xưởng cũ năm 1962."),
        ("When did Bruno paint the old mill?", "Bruno sơn lại xưởng cũ năm nào?"), "1962",
    ),
}  # fmt: skip
"""By title: what both languages tell, what is asked in both, and the answer to it."""
BESIDE = {"en": "The ferry and the old mill stand by the river.", "vi": "Phà và xưởng cũ nằm bên sông."}
"""What both articles tell and nobody asks."""


@pytest.fixture(scope="module")
def languages() -> ModuleType:
    before = list(sys.path)
    sys.path.insert(0, TRAINING)
    try:
        return importlib.import_module("languages")
    finally:
        sys.path[:] = before


NEWS = {
    "en": ("The old mill\n\nThe mill stands by the river. Adam Hopper has owned the mill since May.\n",
           "Adam Hopper has owned the mill since May."),
    "vi": ("Cối xay cũ\n\nCối xay nằm bên sông. Ông Adam Hopper sở hữu cối xay từ tháng 5.\n",
           "Ông Adam Hopper sở hữu cối xay từ tháng 5."),
}  # fmt: skip


@pytest.fixture(scope="module")
def cases(languages: ModuleType) -> dict[str, Any]:
    """Two articles in both languages with a question each, and weights for their one fold."""
    making = languages.making
    articles: dict[str, list[Article]] = {"en": [], "vi": []}
    for title, (texts, _, _) in TOLD.items():
        for language, text in zip(making.LANGUAGES, texts, strict=True):
            source = Source(f"{language}-{title}", language, title=title)
            paragraphs = [Paragraph(source, n, t, "body", language) for n, t in enumerate((text, BESIDE[language]), 1)]
            articles[language].append(Article(source, tuple(paragraphs)))
    gold = {t: {x: articles[x][i].paragraphs[0] for x in making.LANGUAGES} for i, t in enumerate(TOLD)}
    questions = [
        making.Asked(
            title, language, question, title, gold[title], dict.fromkeys(making.LANGUAGES, answer),
            {x: gold[title][x].text.index(answer) for x in making.LANGUAGES},
        )
        for title, (_, asked, answer) in TOLD.items()
        for language, question in zip(making.LANGUAGES, asked, strict=True)
    ]  # fmt: skip
    pools = {language: making.retriever(articles[language]) for language in making.LANGUAGES}
    held = {(0, across): Weights.load(across) for across in (False, True)}
    return {
        "articles": articles, "questions": questions, "spoiler": making.Spoiler(questions, pools, 3),
        "fold": dict.fromkeys(TOLD, 0), "held": held,
    }  # fmt: skip


def test_cases_in_which_one_language_or_none_tells_it(languages: ModuleType, cases: dict[str, Any]) -> None:
    right: dict[str, set[tuple[bool, bool]]] = {}
    for pair in languages.pairs(**cases):
        right.setdefault(pair.told, set()).add((pair.own_right, pair.other_right))
    assert right == {
        "both": {(True, True)}, "other": {(False, True)}, "own": {(True, False)}, "none": {(False, False)},
        "spoilt": {(False, False)},
    }  # fmt: skip


def test_what_is_learnt_is_what_the_answerer_loads(languages: ModuleType, cases: dict[str, Any]) -> None:
    lines: list[str] = []
    tables = languages.fit(**cases, told={}, lines=lines)
    weights = {table: LanguageWeights(**found) for table, found in tables.items()}
    assert set(weights) == {"preferred", "alone"}
    assert weights["alone"].chance(0.1, 0.95, 0.5) > 0.5 > weights["alone"].chance(0.1, 0.1, 0.0)
    assert len(lines) == 2
    assert lines[0].startswith("  picks the other: n = 0, falsely ")
    assert all("nan" not in line for line in lines)


def test_the_invented_news_is_asked_in_both_languages(languages: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for language, (text, _) in NEWS.items():
        (tmp_path / "corpus" / f"mill-{language}.txt").write_text(text, "utf-8")
    quotes = [{"article": f"mill-{language}.txt", "quote": quote} for language, (_, quote) in NEWS.items()]
    asked = [("Who owns the mill?", quotes), ("Who painted the mill?", [])]
    lines = [
        {"id": f"m-{n}", "question": q, "answerable": bool(e), "must_contain": [["Hopper"]] if e else [], "evidence": e}
        for n, (q, e) in enumerate(asked)
    ]
    (tmp_path / "questions.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    told = languages.news.questions(tmp_path)
    assert [case.kind for question in told for case in question.cases("mill")] == ["told", "told", "untold", "untold"]
    held = {(0, across): Weights.load(across) for across in (False, True)}
    found = list(languages.news_pairs({"mill": told}, {"mill": 0}, held))
    assert [(pair.told, pair.own_right, pair.other_right) for pair in found] == [
        ("news", True, True),
        ("news", False, False),
    ]


def test_the_likelier_language_is_learnt(languages: ModuleType) -> None:
    making = random.Random(5)
    found = []
    for _ in range(200):
        own, other, cover = making.uniform(-3, 3), making.uniform(-3, 3), making.uniform(-1, 1)
        right = other + making.gauss(0, 1) > own
        found.append(((own, other, cover), right))
    own, other, cover, bias = languages._logistic(
        [features for features, _ in found], [right for _, right in found], 1.0
    )
    weights = LanguageWeights(own, other, cover, bias)
    assert own < 0 < other
    assert weights.chance(0.1, 0.9, 0) > 0.9 > 0.1 > weights.chance(0.9, 0.1, 0)


def test_a_dear_mistake_is_made_less_often(languages: ModuleType) -> None:
    making = random.Random(5)
    found = [(making.gauss(0, 1), making.gauss(0, 1), 0.0) for _ in range(100)]
    labels = [i % 2 == 0 for i in range(100)]
    assert languages._logistic(found, labels, 3.0)[3] < languages._logistic(found, labels, 1.0)[3]
