import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.text.paragraph_view import view_of
from bot.answering.text.word_classes import english, vietnamese
from bot.models import Passage

TRAINING = Path(__file__).resolve().parents[3] / "training"


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("The Broncos defeated the old team in 1995", "DKEDNNP%"),
        ("He would quickly abandon two bridges", "RMAV#N"),
        ("The visit of the president began", "DNPDNE"),
    ],
)
def test_english(passage: Callable[..., Passage], text: str, classes: str) -> None:
    (sentence,) = view_of(passage(text).paragraph).sentences
    assert english(sentence.tokens) == classes


def test_vietnamese(passage: Callable[..., Passage]) -> None:
    (sentence,) = view_of(passage("Đoàn đã ban phát những ngôi chùa ở Hà Nội năm 1995.", "vi").paragraph).sentences
    assert vietnamese(sentence.tokens, [(2, 4)])[1:] == "MVVDLNPKK%%"


def test_the_list_is_what_the_glossary_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("training_word_classes", TRAINING / "word_classes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    written = module.OUT.read_text("utf-8")
    monkeypatch.setattr(module, "OUT", tmp_path / "classes.txt")
    module.main()
    assert (tmp_path / "classes.txt").read_text("utf-8") == written
