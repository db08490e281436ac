"""The real product over files made from recipes, and the promises that every answer keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot import NewsBot
from bot.models import Answer

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SEED_VI = (SEEDS / "000_184130ba93fb8e50.txt").read_text(encoding="utf-8")
SEED_EN = (SEEDS / "004_d425f2db56987bc6.txt").read_text(encoding="utf-8")
WELCOME_EN = "Who welcomed the delegation?"
WELCOME_VI = "Ai đón đoàn?"
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e01ef\ud800-\udfff]"
)


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes the files of a recipe below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def open_bot(folder: Path, **settings: Any) -> NewsBot:
    """The bot over a folder of files, with its store beside the folder."""
    return NewsBot.open(folder, index=folder.with_name(f"{folder.name}.db"), **settings)


def sound(answer: Answer) -> dict[str, Any]:
    """The JSON of an answer that keeps the contract: every sentence cited, every quote verbatim, numbers without gaps."""
    told: dict[str, Any] = json.loads(json.dumps(answer.to_dict(), ensure_ascii=False).encode().decode())
    citations = told["citations"]
    assert [c["number"] for c in citations] == list(range(1, len(citations) + 1))
    assert bool(told["statements"]) == (told["outcome"] == "answered")
    for statement in told["statements"]:
        assert statement["citations"], statement
        assert set(statement["citations"]) <= {c["number"] for c in citations}
        assert statement["support"] in ("verified", "unconfirmed")
    for citation in [*citations, *told["nearest"]]:
        assert citation["quote"] == citation["text"][citation["start"] : citation["end"]]
        assert not UNSEEN.search(citation["text"])
    used = [n for s in told["statements"] for n in s["citations"]]
    assert list(dict.fromkeys(used)) == [c["number"] for c in citations]
    assert told["answer"].strip()
    return told


def cited_refs(answer: Answer) -> list[str]:
    """The paragraphs that an answer cites, in order."""
    return [c.paragraph.ref for c in answer.citations]
