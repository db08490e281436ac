"""The extractive answerer end to end on XQuAD-like articles: right answers, length, short answers, abstention, time.

    python benchmarks/answer_quality.py --xquad FOLDER [--limit N]

Right: the answer holds the gold answer and cites the gold paragraph (its translation, in the mixed collection).
`same` and `across` search one language, `mixed` both; `removed` takes the gold paragraph away, `swapped` puts another name
or number into the question.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median, quantiles
from time import perf_counter

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

import cases as making
from boosting import auroc, calibration_error
from short_answers import scores

from bot.answering.extract import ExtractiveAnswerer
from bot.language.lexicon.glossary import Glossary
from bot.models import Citation, Claim, Conversation, Language, Paragraph, Passage, Question
from bot.protocols import Abstained, Remarks
from bot.retrieval.retriever import PassageRetriever
from bot.settings import ABSTAIN_BELOW
from bot.verification.checker import RuleVerifier

SEED = 7


@dataclass
class Row:
    """What came of one question."""

    language: str
    answered: bool
    right: bool
    words: int
    confidence: float
    short: tuple[float, float]
    verified: bool
    ms: float


class Bench:
    """A retriever and an answerer over some articles."""

    def __init__(self, retriever: PassageRetriever, abstain_below: float = ABSTAIN_BELOW) -> None:
        self.retriever = retriever
        self.answerer = ExtractiveAnswerer(retriever, Glossary.load(), abstain_below)
        self.verifier = RuleVerifier()

    def ask(self, asked: making.Asked, golds: Sequence[Language], without: Sequence[Paragraph] = ()) -> Row:
        """One question; `golds` are the languages in which the gold paragraph counts."""
        question = Question(asked.text, asked.text, asked.language)
        found = [p for p in self.retriever.retrieve(asked.text, limit=8 + len(without)) if p.paragraph not in without]
        passages = [Passage(p.paragraph, p.score, p.also_in, None if p.twin in without else p.twin) for p in found][:8]
        since = perf_counter()
        events = list(self.answerer.draft(question, passages, Conversation()))
        ms = 1000 * (perf_counter() - since)
        claims = [e for e in events if isinstance(e, Claim)]
        confidence = next((e.confidence or 0.0 for e in events if isinstance(e, Abstained | Remarks)), 0.0)
        short = next((e.short for e in events if isinstance(e, Remarks)), None)
        text = " ".join(c.text for c in claims)
        cited = {c.paragraph for claim in claims for c in claim.citations}
        right = any(asked.answers[g].rstrip(".").lower() in text.lower() and asked.gold[g] in cited for g in golds)
        verified = all(self.verifier.verify(c, passages).support == "verified" for c in claims)
        return Row(
            asked.language, bool(claims), right, len(text.split()), confidence, _short(short, asked), verified, ms
        )


def _short(short: Citation | None, asked: making.Asked) -> tuple[float, float]:
    return scores(short.quote, asked.answers[short.paragraph.language]) if short else (0.0, 0.0)


def main() -> None:
    """Prints one line for each collection and language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--xquad", type=Path, default=os.environ.get("TRICH_XQUAD"), help="folder of xquad.*.json")
    parser.add_argument("--limit", type=int, default=10_000, help="questions a language")
    options = parser.parse_args()
    articles, questions = making.read(Path(options.xquad))
    pools = {lang: making.retriever(articles[lang]) for lang in making.LANGUAGES}
    benches = {lang: Bench(pools[lang]) for lang in making.LANGUAGES}
    mixed = Bench(making.retriever([*articles["en"], *articles["vi"]]))
    for language in making.LANGUAGES:
        other: Language = "vi" if language == "en" else "en"
        asked = [q for q in questions if q.language == language][: options.limit]
        same = [benches[language].ask(q, [language]) for q in asked]
        _print(f"{language} same", same)
        removed = [benches[language].ask(q, [language], [q.gold[language]]) for q in asked]
        _print_abstention(f"{language} removed", same, removed)
        never = Bench(pools[language], abstain_below=0.0)
        told = [never.ask(q, [language]) for q in asked]
        _print_calibration(language, told + [never.ask(q, [language], [q.gold[language]]) for q in asked])
        spoiler = making.Spoiler(questions, pools, SEED)
        swapped = [dataclasses.replace(q, text=text) for q in asked if (text := spoiler.swapped(q))]
        _print_abstention(f"{language} swapped", same, [benches[language].ask(q, [language]) for q in swapped])
        _print(f"{language} across", [benches[other].ask(q, [other]) for q in asked])
        _print(f"{language} mixed", [mixed.ask(q, [language, other]) for q in asked])


def _print(name: str, rows: Sequence[Row]) -> None:
    answered = [r for r in rows if r.answered]
    exact, overlap = (mean(r.short[i] for r in rows) for i in (0, 1))
    p95 = quantiles([r.ms for r in rows], n=20)[-1]
    print(
        f"{name:<10} right {mean(r.right for r in rows):.3f}, answered {len(answered) / len(rows):.3f}, words "
        f"{median(r.words for r in answered):.0f}, short EM {exact:.3f} F1 {overlap:.3f}, verified "
        f"{mean(r.verified for r in answered):.3f}, draft p50 {median(r.ms for r in rows):.1f} p95 {p95:.1f} ms, "
        f"n = {len(rows)}"
    )


def _print_abstention(name: str, with_gold: Sequence[Row], without: Sequence[Row]) -> None:
    yes, no = (np.array([r.confidence for r in rows]) for rows in (with_gold, without))
    labels, both = np.concatenate([np.ones(len(yes)), np.zeros(len(no))]), np.concatenate([yes, no])
    limit = np.quantile(no, 0.9)
    print(
        f"{name:<10} AUROC {auroc(yes, no):.3f}, answered at 10 % false {np.mean(yes > limit):.3f}, false at the setting "
        f"{mean(r.answered for r in without):.3f}, calibration error {calibration_error(both, labels, np.ones(len(both))):.3f}"
    )


def _print_calibration(language: Language, rows: Sequence[Row]) -> None:
    """How far the confidence is from how often the answer is right, where the bot never abstains."""
    confidence, right = np.array([r.confidence for r in rows]), np.array([float(r.right) for r in rows])
    error = calibration_error(confidence, right, np.ones(len(rows)))
    print(f"{language + ' right':<10} calibration error against being right {error:.3f}, n = {len(rows)}")


if __name__ == "__main__":
    main()
