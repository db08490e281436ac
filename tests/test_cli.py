"""The command line as a user meets it: a real process for the edges, `main` for the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

QUESTION = "Who welcomed the delegation?"


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command."""
    status = main(args)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def told(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    """The JSON that a command prints, and nothing else."""
    status, out, err = run(capsys, *args, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_ask_the_seeds(capsys: pytest.CaptureFixture[str]) -> None:
    answer = told(capsys, "ask", QUESTION)
    assert answer["outcome"] == "answered"
    assert "Kao Kim Hourn" in answer["answer"]
    assert answer["citations"][0]["file"] == "004_d425f2db56987bc6.txt"
    status, out, _ = run(capsys, "ask", QUESTION)
    assert status == 0
    assert "[1] VNS" in out


def test_an_abstention_is_a_result(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "ask", "Giá vàng hôm nay là bao nhiêu?")
    assert (status, err) == (0, "")
    assert out.startswith("Các bài báo")


IDS: list[Any] = [7, "b", None, 1.5, -0.25, True, [1, {"a": [None]}], {}, 12345678901234567890123, "tiếng Việt\u2028"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n \t\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_batches_keep_order_and_id(capsys: pytest.CaptureFixture[str], tmp_path: Path, end: str, mark: str) -> None:
    batch = tmp_path / "questions.jsonl"
    rows = [json.dumps({"id": i, "question": QUESTION}, ensure_ascii=False) for i in IDS] + [
        json.dumps({"question": "Ai đón đoàn?"})
    ]
    batch.write_text(mark + end.join(rows), encoding="utf-8", newline="")
    for command, field in (("ask", "outcome"), ("retrieve", "passages")):
        status, out, err = run(capsys, command, "--batch", str(batch), "--json")
        answers = [json.loads(line) for line in out.splitlines()]
        assert [a["id"] for a in answers] == [*IDS, None]
        assert all(a[field] and a["schema"] == 1 for a in answers)
        assert (status, err) == (0, "")


def test_a_row_that_fails_says_so_in_its_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    batch = tmp_path / "questions.jsonl"
    rows = [{"id": 1, "question": " "}, {"id": 2, "question": QUESTION}, {"id": 3, "question": "x" * 2001}]
    batch.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    status, out, err = run(capsys, "ask", "--batch", str(batch), "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [a["id"] for a in answers] == [1, 2, 3]
    assert (answers[0]["error"], answers[1]["outcome"]) == ("The question is empty.", "answered")
    assert (status, err) == (1, "trich: 2 of 3 lines failed; their `error` says why.\n")


def test_a_batch_from_standard_input() -> None:
    rows = "\ufeff" + json.dumps({"id": "ạ", "question": "Ai đón đoàn?"}, ensure_ascii=False) + "\r\n"
    asked = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--batch", "-", "--json"],
        input=rows.encode(), capture_output=True, check=True, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert json.loads(asked.stdout)["id"] == "ạ"
    assert asked.stderr == b""


def test_retrieve(capsys: pytest.CaptureFixture[str]) -> None:
    reply = told(capsys, "retrieve", QUESTION, "--limit", "3")
    assert reply["passages"][0]["article"] == "vns-asean"
    assert len(reply["passages"]) == 3
    assert {"ref", "article", "paragraph", "file", "language", "text", "score"} <= set(reply["passages"][0])


def test_retrieve_within_filters(capsys: pytest.CaptureFixture[str]) -> None:
    reply = told(capsys, "retrieve", QUESTION, "--language", "vi", "--outlet", "VTV", "--since", "2025-01-01")
    assert {p["article"] for p in reply["passages"]} == {"vtv-asean"}


def test_index_reports_every_file(capsys: pytest.CaptureFixture[str], tmp_path: Path, seeds: Path) -> None:
    folder, store = tmp_path / "news", tmp_path / "my.db"
    folder.mkdir()
    for file in seeds.glob("*.txt"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n")
    (folder / "empty.txt").write_bytes(b" \n")
    report = told(capsys, "index", str(folder), "--index", str(store))
    assert report["files"] == {"read": 2, "unchanged": 0, "duplicate": 0, "skipped": 2, "refused": 0}
    assert told(capsys, "index", str(folder), "--index", str(store))["files"]["read"] == 0
    answer = told(capsys, "ask", QUESTION, "--index", str(store))
    assert "Kao Kim Hourn" in answer["answer"]


def test_edit_rename_delete(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    store = str(tmp_path / "my.db")
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text("The minister visited Huế on Friday.\n\nShe opened a bridge.\n", encoding="utf-8")
    (folder / "two.txt").write_text("A storm reached the coast of Quảng Nam.\n", encoding="utf-8")
    index = ("index", str(folder), "--index", store)
    assert told(capsys, *index)["articles"]["added"] == 2
    (folder / "one.txt").write_text(
        "The minister visited Huế on Friday.\n\nShe opened a school there.\n", encoding="utf-8"
    )
    assert told(capsys, *index)["articles"] | {"paragraphs": 1} == {
        "added": 0, "changed": 1, "removed": 0, "moved": 0, "paragraphs": 1,
    }  # fmt: skip
    (folder / "one.txt").rename(folder / "renamed.txt")
    assert told(capsys, *index)["articles"]["moved"] == 1
    assert {a["id"]: a["file"] for a in told(capsys, "articles", "--index", store)["articles"]}["one"] == "renamed.txt"
    (folder / "two.txt").unlink()
    assert told(capsys, *index)["articles"]["removed"] == 1


def test_remove(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    store = str(tmp_path / "my.db")
    told(capsys, "ask", QUESTION, "--index", store)
    assert run(capsys, "remove", "vns-asean", "--index", store)[0] == 0
    assert [a["id"] for a in told(capsys, "articles", "--index", store)["articles"]] == ["vtv-asean"]
    status, _, err = run(capsys, "remove", "vns-asean", "--index", store)
    assert (status, "no article 'vns-asean'" in err) == (1, True)


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert told(capsys, "check", "Lâm planted a commemorative tree.")["support"] == "verified"
    assert told(capsys, "check", "Lâm visited Bangkok in 1973.")["support"] == "rejected"
    batch = tmp_path / "claims.jsonl"
    batch.write_text(
        json.dumps({"id": 1, "claim": "He owns three boats.", "text": "He owns two boats."}), encoding="utf-8"
    )
    assert told(capsys, "check", "--batch", str(batch)) == {"id": 1, "support": "rejected", "reasons": ["number:three"]}


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("ask", ""), "The question is empty."),
        (("ask", "\x00\x00"), "The question is empty."),
        (("ask", "x" * 1_000_000), "A question has at most 2000 characters; this one has 1000000."),
        (("ask", "Who?", "--articles", "/no/such/folder"), "There is no file or folder /no/such/folder."),
        (
            ("ask", "Who?", "--articles", ""),
            "The articles are a file, a folder or a list of them, and none of them is empty.",
        ),
        (("ask", "Who?", "--base-url", "here"), "The model's address must look like http://localhost:11434/v1."),
        (("ask", "Who?", "--passages", "99"), "TRICH_PASSAGES lies between 1 and 50, not 99."),
        (("ask", "--batch", "/no/such/file"), "/no/such/file cannot be read: No such file or directory."),
        (("ask", "Who?", "--since", "soon"), "--since wants a day as YYYY-MM-DD, not 'soon'."),
        (("retrieve", "Who?", "--limit", "0"), "--limit lies between 1 and 1000, not 0."),
        (("check", " "), "The claim is empty."),
    ],
)
def test_a_mistake_is_one_sentence(capsys: pytest.CaptureFixture[str], args: tuple[str, ...], sentence: str) -> None:
    assert run(capsys, *args) == (1, "", f"trich: {sentence}\n")


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfe\x00"])
def test_a_folder_without_articles(capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.txt").write_bytes(content)
    status, out, err = run(capsys, "ask", "Who?", "--articles", str(tmp_path))
    assert (status, out) == (1, "")
    assert err.startswith("trich: No article was found in ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "[1]", "{", '{"id": 1}', '{"question": 5}', "null", '{"id": NaN, "question": "Who?"}', "{}{}",
        '{"id": 1e999, "question": "Who?"}', '{"id": ' + "[" * 100_000, '{"id": -Infinity, "question": "Who?"}',
    ],
)  # fmt: skip
def test_a_bad_row_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str) -> None:
    batch = tmp_path / "questions.jsonl"
    batch.write_text(f'{{"id": 1, "question": "Who?"}}\n{line}\n', encoding="utf-8")
    status, out, err = run(capsys, "ask", "--batch", str(batch), "--json")
    assert (status, out) == (1, "")
    assert "line 2" in err


def test_chat(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter([QUESTION, "/source 1", "/source 9", "", "/new", "/quit"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(lines))
    status, out, _ = run(capsys, "chat")
    assert status == 0
    assert "«Lâm, his wife" in out


def process(*args: str) -> subprocess.CompletedProcess[str]:
    """A real process of the command."""
    return subprocess.run([sys.executable, "-m", "bot", *args], capture_output=True, text=True, check=False)


def test_wrong_usage_is_two() -> None:
    assert process("no-such-command").returncode == 2
    assert process("ask", "--no-such-flag").returncode == 2
    assert process().returncode == 2


@pytest.mark.parametrize("command", ["ask", "retrieve", "check"])
def test_one_question_or_a_file_of_them(capsys: pytest.CaptureFixture[str], command: str) -> None:
    for args in ((command, "--json"), (command, "Who?", "--batch", "questions.jsonl")):
        with pytest.raises(SystemExit) as stopped:
            main(args)
        assert stopped.value.code == 2
        assert "or --batch FILE" in capsys.readouterr().err


def test_help_and_version() -> None:
    assert "usage: trich" in process("--help").stdout
    assert process("--version").stdout.startswith("trich ")


def test_cite_tells_what_became_of_a_citation(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    store, folder = str(tmp_path / "my.db"), tmp_path / "news"
    folder.mkdir()
    file = folder / "visit.txt"
    file.write_text("The minister visited Huế.\n\nShe opened a bridge there.\n", encoding="utf-8")
    where = ("--articles", str(folder), "--index", store)
    first = told(capsys, "cite", "visit#2", *where)
    assert (first["status"], first["text"]) == ("current", "She opened a bridge there.")
    assert (first["published"], first["tells_of"]) == (None, [])
    for text, status, now in (
        ("A bridge was opened.\n\nThe minister visited Huế.\n\nShe opened a bridge there.\n", "moved", "visit#3"),
        ("The minister visited Huế.\n\nShe opened a school there.\n", "changed", "visit#2"),
        ("The minister visited Huế.\n", "removed", None),
    ):
        file.write_text(text, encoding="utf-8")
        found = told(capsys, "cite", "visit#2", first["hash"], *where)
        assert (found["status"], found.get("now")) == (status, now)
    assert run(capsys, "cite", "visit#9", *where)[0] == 1
    assert run(capsys, "cite", "visit#1", "beef", *where)[2].startswith("trich: A citation's hash has 32")


def test_the_day_told_of_is_apart_from_the_day_of_publication(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = [{"title": "A visit", "published": "2025-03-12", "text": "The minister came on Monday (March 10)."}]
    (tmp_path / "news.json").write_text(json.dumps(rows), encoding="utf-8")
    where = ("--articles", str(tmp_path), "--index", str(tmp_path / "my.db"))
    (article,) = told(capsys, "articles", *where)["articles"]
    found = told(capsys, "cite", f"{article['id']}#2", *where)
    assert (found["published"], found["tells_of"]) == ("2025-03-12", ["2025-03-10"])
    assert "tells of 2025-03-10" in run(capsys, "cite", f"{article['id']}#2", *where)[1]


def test_near_copies_are_named_in_the_list_of_articles(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, seeds: Path
) -> None:
    text = (seeds / "004_d425f2db56987bc6.txt").read_text("utf-8")
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "two.txt").write_text(text.replace("were warmly welcomed", "were welcomed"), encoding="utf-8")
    where = ("--articles", str(tmp_path), "--index", str(tmp_path / "my.db"))
    one, two = told(capsys, "articles", *where)["articles"]
    assert [[copy["id"] for copy in row["nearly_in"]] for row in (one, two)] == [["two"], ["one"]]
    assert 0.6 <= one["nearly_in"][0]["similarity"] <= 1.0
    assert "nearly the same words in two" in run(capsys, "articles", *where)[1]
