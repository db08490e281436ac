from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import DatasetError
from bot.evaluation.dataset.importers import read_rgb, read_squad
from bot.evaluation.dataset.suite import held_out, open_suite

ENGLISH = "The bridge was opened by Elin Marklund.  It has four lanes."
VIETNAMESE = "Cây cầu do bà Elin Marklund khánh thành. Cầu có bốn làn xe."


def squad(context: str, question: str, gold: str, **qa: Any) -> dict[str, Any]:
    answers = [{"text": gold, "answer_start": context.find(gold)}] if gold else []
    row = {"id": "q1", "question": question, "answers": answers, **qa}
    return {
        "version": "1.1",
        "data": [{"title": "Bridge_(Varden)", "paragraphs": [{"context": context, "qas": [row]}]}],
    }


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """xquad.en.json with xquad.vi.json beside it."""
    for language, told in {
        "en": squad(ENGLISH, "Who opened the bridge?", "Elin Marklund"),
        "vi": squad(VIETNAMESE, "Ai khánh thành cây cầu?", "bà Elin Marklund"),
    }.items():
        (tmp_path / f"xquad.{language}.json").write_text(json.dumps(told), encoding="utf-8")
    return tmp_path / "xquad.en.json"


def test_a_context_becomes_a_paragraph_and_the_title_an_article(pair: Path) -> None:
    told = read_squad(pair)
    ((file, paragraphs),) = told.articles.items()
    assert paragraphs == ("The bridge was opened by Elin Marklund. It has four lanes.",)
    assert told.cases[0].answers == ("Elin Marklund",)
    assert told.cases[0].evidence[0].article == file


def test_an_impossible_question_is_unanswerable(tmp_path: Path) -> None:
    path = tmp_path / "squad2.json"
    path.write_text(json.dumps(squad(ENGLISH, "Who closed the bridge?", "", is_impossible=True)))
    assert not read_squad(path).cases[0].answerable


def test_articles_of_one_title_are_kept_apart(tmp_path: Path) -> None:
    one, two = squad(ENGLISH, "Who?", "Elin Marklund"), squad("Another text of a bridge.", "What?", "text", id="q2")
    path = tmp_path / "squad.json"
    path.write_text(json.dumps({"data": one["data"] + two["data"]}))
    assert len(read_squad(path).articles) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is not JSON"),
        ("[]", "no list 'data'"),
        ('{"data": []}', "holds no question"),
        ('{"data": [{"title": "x"}]}', "article 1 lacks 'paragraphs'"),
        (
            '{"data": [{"title": "x", "paragraphs": [{"context": "c", "qas": [{"id": 1}]}]}]}',
            "article 1 lacks 'question'",
        ),
        ('{"data": [7]}', "article 1 lacks"),
    ],
)
def test_what_is_no_squad_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "bad.json").write_text(text)
    with pytest.raises(DatasetError, match=r"^bad\.json") as caught:
        read_squad(tmp_path / "bad.json")
    assert says in str(caught.value)


def test_rgb_rows_are_recognised_in_a_json_file(tmp_path: Path) -> None:
    row = {
        "id": 3,
        "query": "Who opened it?",
        "answer": [["Elin", "Marklund"]],
        "positive": [["Elin did."]],
        "negative": ["Rain."],
    }
    path = tmp_path / "en_int.json"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    suite = open_suite(path)
    assert suite.cases[0].must_contain == (("Elin", "Marklund"),)
    assert suite.written == {"rgb-00003.txt": ("Elin did.", "Rain.")}


def test_a_bad_rgb_row_is_named_by_line(tmp_path: Path) -> None:
    (tmp_path / "rgb.json").write_text('{"id": 1, "query": "x"}\n')
    with pytest.raises(DatasetError, match=r"rgb\.json line 1 is not a row of RGB"):
        read_rgb(tmp_path / "rgb.json")


def test_crossing_pairs_questions_with_texts_by_id(pair: Path) -> None:
    suite = open_suite(pair, cross="vi:en")
    (case,) = suite.cases
    assert (case.question, case.language) == ("Ai khánh thành cây cầu?", "vi")
    assert case.answers == ("Elin Marklund",)
    assert suite.written is not None
    assert "The bridge" in next(iter(suite.written.values()))[0]
    assert open_suite(pair, cross="en:vi").cases[0].answers == ("bà Elin Marklund",)


@pytest.mark.parametrize("cross", ["vi:vi", "fr:en", "vi"])
def test_a_cross_is_of_two_languages(pair: Path, cross: str) -> None:
    with pytest.raises(DatasetError, match="--cross is vi:en or en:vi"):
        open_suite(pair, cross=cross)


def test_a_cross_without_its_twin_names_the_missing_file(pair: Path) -> None:
    pair.with_name("xquad.vi.json").unlink()
    with pytest.raises(DatasetError, match=r"xquad\.vi\.json is not there"):
        open_suite(pair, cross="vi:en")


def test_holding_out_hides_the_article_and_expects_silence(pair: Path) -> None:
    (case,) = held_out(open_suite(pair)).cases
    assert not case.answerable
    assert case.without == tuple(read_squad(pair).articles)
