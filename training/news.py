"""Questions of our own about invented events (`news/`): what reports look like, which leave their topic to their lead.

A folder holds `corpus/`, some reports in both languages, and `questions.jsonl` in the form of the evaluation harness.
They are taught, never measured: no report and no question of them stands in evals/.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cases import LANGUAGES, PASSAGES, Asked, Case

from bot.answering.evidence.features import Scene
from bot.answering.extract import with_twins
from bot.answering.question.view import QuestionView
from bot.engine import NewsBot
from bot.evaluation.dataset.suite import open_suite
from bot.language.lexicon.glossary import Glossary
from bot.language.words.detect import language_of
from bot.models import Passage
from bot.settings import Settings

FOLDER = Path(__file__).resolve().parent / "news"


@dataclass(frozen=True)
class Told:
    """A question with the passages of its own language and of the other, and the sentences that answer, () for none."""

    view: QuestionView
    own: tuple[Passage, ...]
    other: tuple[Passage, ...]
    answers: tuple[str, ...]

    def is_answer(self, scene: Scene) -> bool:
        """Whether a sentence is one of those that answer, or has one in it."""
        text = scene.sentence.text
        return any(answer in text or text in answer for answer in self.answers)

    def cases(self, collection: str) -> Iterator[Case]:
        """Over either language: `told` where a passage answers, `untold` where none does."""
        asked = Asked(self.view.text, self.view.language, self.view.text, collection, {}, {}, {})
        for pool in LANGUAGES:
            passages = self.own if pool == self.view.language else self.other
            told = any(answer in p.paragraph.text for p in passages for answer in self.answers)
            yield Case("told" if told else "untold", asked, self.view.text, passages, pool)


def collections(root: Path = FOLDER) -> list[Path]:
    """The folders, by name."""
    return sorted(file.parent for file in root.glob("*/questions.jsonl"))


def questions(folder: Path) -> list[Told]:
    """The questions of a folder, asked of its reports as the bot asks."""
    suite, glossary = open_suite(folder), Glossary.load()
    found = []
    with NewsBot.open([str(path) for path in suite.paths], settings=Settings()) as bot:
        for case in suite.cases:
            language = language_of(case.question)
            passages = bot.retrieve(case.question, limit=PASSAGES)
            own = tuple(p for p in passages if p.paragraph.language == language)
            other = with_twins([p for p in passages if p.paragraph.language != language], own)
            view = QuestionView(case.question, language, bot.retriever, glossary, passages)  # type: ignore[arg-type]
            answers = tuple(unicodedata.normalize("NFC", evidence.quote) for evidence in case.evidence)
            found.append(Told(view, own, tuple(other), answers))
    return found
