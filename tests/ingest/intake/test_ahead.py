"""A second process reads what is read at home, whatever the file says and is called."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot import partner
from bot.ingest.intake import ahead
from bot.ingest.intake.ahead import Ahead, Wanted
from bot.ingest.intake.reading import Reading
from bot.language.words.terms import analyse, joined
from tests.ingest.reading_texts import LONG, SETTINGS


@pytest.fixture
def wanted(tmp_path: Path) -> list[Wanted]:
    texts = {f"tin {n}.txt": f"{LONG} Số {n}.".encode() for n in range(9)}
    texts |= {"a.json": b'{"text": "\\ud800 He left."}', "b.html": f"<p>{LONG}</p>".encode(), "c.txt": b"\0" * 99}
    found = []
    for name, content in texts.items():
        (tmp_path / name).write_bytes(content)
        found.append(Wanted(tmp_path / name, name, len(content), None))
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    return [*found, Wanted(odd, "\\udcff.txt", 0, None)]


def read(wanted: list[Wanted], help_after: int) -> list[Reading]:
    return [reading for reading, _ in Ahead(SETTINGS, help_after=help_after).readings(wanted)]


def test_a_second_process_reads_the_same(wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read(wanted, 1_000)
    monkeypatch.setattr(partner, "cores", lambda: 2)
    monkeypatch.setattr(ahead, "AT_ONCE", 3)
    asked = []
    ask = partner.Partner.ask

    def asked_when_up(self: partner.Partner, function: Any, value: Any) -> bool:
        """Starts the process, waits until it is up, and asks it."""
        asked.append(ask(self, function, value) or (self.wait(60) and ask(self, function, value)))
        return asked[-1]

    monkeypatch.setattr(partner.Partner, "ask", asked_when_up)
    assert read(wanted, 0) == alone
    assert [reading.status for reading in alone] == ["read"] * 11 + ["refused"] * 2
    assert asked == [True] * 5


def test_while_the_second_process_is_at_work_some_more_is_read_at_home(
    wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partner, "cores", lambda: 2)
    monkeypatch.setattr(partner.Partner, "ready", False)
    monkeypatch.setattr(ahead, "AT_ONCE", 1)
    monkeypatch.setattr(ahead, "CHUNKS_WAITING", 6)
    monkeypatch.setattr(ahead, "CHUNKS_AHEAD", 3)
    reader = Ahead(SETTINGS, help_after=0)
    assert not reader._partner.ask(ahead.read_files, {"settings": {}, "files": []})  # this starts it
    assert reader._partner.wait(60)
    items = iter(wanted)
    readings = reader.readings(items)
    first, _ = next(readings)
    assert first.file == wanted[0].file
    held = ahead.CHUNKS_WAITING + 1
    assert len([*items]) == len(wanted) - held - ahead.CHUNKS_LISTED
    readings.close()


def test_what_a_dead_process_was_reading_is_read_at_home(wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read(wanted, 1_000)
    monkeypatch.setattr(partner, "cores", lambda: 2)
    monkeypatch.setattr(ahead, "AT_ONCE", 1)
    reader = Ahead(SETTINGS, help_after=0)
    assert not reader._partner.ask(ahead.read_files, {"settings": {}, "files": []})
    assert reader._partner.wait(60)
    found = []
    for reading, _ in reader.readings(wanted):
        found.append(reading)
        if len(found) == 3 and reader._partner._process:
            reader._partner._process.kill()
    assert found == alone


def test_the_process_is_started_before_the_first_of_many_files_is_read(
    wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partner, "cores", lambda: 2)
    monkeypatch.setattr(ahead, "AT_ONCE", 4)
    reader = Ahead(SETTINGS, help_after=11)
    readings = reader.readings(wanted)
    next(readings)
    assert reader._partner._process is not None
    readings.close()


def test_terms_come_with_a_file_that_is_not_big(wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch) -> None:
    reader = ahead.Reader(SETTINGS)
    reading = reader.read(wanted[0])
    paragraphs = reading.articles[0].paragraphs
    assert reading.terms == (tuple(joined(analyse(p.text, p.language)) for p in paragraphs),)
    assert reader.read(wanted[0]).terms == (({},) * len(paragraphs),)
    monkeypatch.setattr(ahead, "_MET", 0)
    assert reader.read(wanted[0]).terms == reading.terms
    monkeypatch.setattr(ahead, "BYTES_AT_ONCE", wanted[0].size - 1)
    assert reader.read(wanted[0]).terms == ()


def test_few_files_are_read_at_home(wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partner, "cores", lambda: 2)
    monkeypatch.setattr(subprocess, "Popen", None)
    assert len(read(wanted, ahead.HELP_AFTER)) == len(wanted)
