from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.intake.files import read_bytes
from bot.ingest.intake.reading import Reading
from tests.ingest.reading_texts import LONG, SETTINGS, texts


def read(data: object, name: str = "a.json") -> Reading:
    content = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return read_bytes(content.encode("utf-8", "replace"), name, SETTINGS)


def test_a_record_with_a_full_head() -> None:
    row = {
        "id": "x1", "title": "The barrier opens", "text": f"{LONG}\n{LONG} Two.", "publisher": {"name": "VNS"}, "language": "en",
        "date_published": 1, "datePublished": "2025-03-10T07:00:00Z", "url": "https://a.b/c",
    }  # fmt: skip
    (article,) = read([row]).articles
    source = article.source
    assert (source.title, source.outlet, source.published, source.url) == (
        "The barrier opens",
        "VNS",
        date(2025, 3, 10),
        "https://a.b/c",
    )
    assert [(p.kind, p.text) for p in article.paragraphs] == [
        ("title", "The barrier opens"),
        ("body", LONG),
        ("body", f"{LONG} Two."),
    ]


@pytest.mark.parametrize(
    "shape", [lambda rows: rows, lambda rows: {"articles": rows}, lambda rows: {"meta": 1, "data": rows}]
)
def test_lists_of_records(shape: object) -> None:
    rows = [{"id": n, "text": f"{LONG} {n}."} for n in range(3)]
    reading = read(shape(rows))  # type: ignore[operator]
    assert texts(reading) == [r["text"] for r in rows]
    assert len({a.source.id for a in reading.articles}) == 3


def test_json_lines_and_paragraph_lists() -> None:
    lines = "\n".join(json.dumps({"paragraphs": [f"{LONG} {n}.", {"text": "Second."}]}) for n in range(2)) + "\n\n"
    assert texts(read(lines, "a.jsonl")) == [f"{LONG} 0.", "Second.", f"{LONG} 1.", "Second."]


def test_what_json_calls_no_number_is_no_text() -> None:
    reading = read('{"text": NaN}', "a.json")
    assert (reading.status, reading.articles) == ("refused", ())


def test_records_with_one_id_are_told_apart() -> None:
    ids = [a.source.id for a in read([{"id": "x", "text": "One."}, {"id": "x", "text": "Two."}]).articles]
    assert len(set(ids)) == 2


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        ('{"txt": "x"}\n{bad\n', "a.jsonl", "line 1"), ('{"text": ', "a.json", "line 1"), ("[1]", "a.json", "article 1 is not a JSON object"),
        ('[{"text": 5}]', "a.json", "article 1 has no text"), ("[" * 100_000, "a.json", "nested too deep"), ('{"a": ' * 9000 + "}" * 9000, "a.json", "a.json"),
        ('{"title": "x"}', "a.json", "has no text under any of the keys"), ('{"text": "x", "n": ' + "9" * 5000 + "}", "a.json", "number too long"),
    ],
)  # fmt: skip
def test_wrong_records_are_one_sentence_with_file_and_place(content: str, name: str, says: str) -> None:
    reading = read(content, name)
    assert reading.status == "refused"
    assert reading.reason.startswith(name)
    assert says in reading.reason


@pytest.mark.parametrize(
    "wrong",
    ["{bad", '{"text": "cut o', "5", "[]", '{"text": 5}', '{"text": 1e' + "9" * 5000 + "}", "[" * 9_000, '{"a":NaN}'],
)
def test_a_wrong_line_is_left_out_and_named(wrong: str) -> None:
    rows = [json.dumps({"text": f"{LONG} {n}."}) for n in range(3)]
    reading = read("\n".join([rows[0], "", wrong, *rows[1:]]), "a.jsonl")
    assert reading.status == "read"
    assert texts(reading) == [f"{LONG} {n}." for n in range(3)]
    assert reading.reason.startswith("a.jsonl: 1 of 4 left out (line 3). a.jsonl")
    assert reading.reason.count("line 3") == 2


def test_only_the_first_of_many_wrong_lines_are_named() -> None:
    reading = read("{\n" * 7 + json.dumps({"text": LONG}), "a.jsonl")
    assert reading.reason.startswith("a.jsonl: 7 of 8 left out (line 1, line 2, line 3, line 4, line 5, …). ")


def test_a_wrong_record_of_a_list_is_left_out_and_named() -> None:
    reading = read([{"id": "x", "text": LONG}, {"title": "none"}])
    assert texts(reading) == [LONG]
    assert reading.reason.startswith("a.json: 1 of 2 left out (article 2). a.json: article 2 has no text")


def test_the_ids_of_right_lines_stay_when_a_wrong_one_is_mended() -> None:
    right = json.dumps({"id": "x", "text": LONG})
    mended = json.dumps({"id": "y", "text": f"{LONG} Two."})
    broken, whole = (read(f"{right}\n{line}", "a.jsonl") for line in (mended[:-5], mended))
    assert [a.source.id for a in broken.articles] == [a.source.id for a in whole.articles[:1]]


_JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3)
                     | st.dictionaries(st.sampled_from(["text", "title", "id", "date", "articles", "publisher", "x"]), inner, max_size=4))  # fmt: skip


@given(_JSON, st.sampled_from(["a.json", "a.jsonl"]))
def test_any_json_gives_a_reading(data: object, name: str) -> None:
    assert read(data if not isinstance(data, str) else [data], name).status in ("read", "skipped", "refused")
