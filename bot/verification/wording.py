"""How much of a claim's wording a text carries, in the same language by stems, across languages by the glossary."""

from __future__ import annotations

from bot.language.glossary import Glossary
from bot.language.terms import tokens, word_of
from bot.verification.evidence import ClaimView, Evidence


def recall(claim: ClaimView, text: Evidence) -> float:
    """The share of the claim's content words that the text has, 0 to 1; 1 for a claim without any."""
    if not claim.terms:
        return 1.0
    return sum(t.stem in text.stems or t.folded in text.folded for t in claim.terms) / len(claim.terms)


def recall_across(claim: ClaimView, text: Evidence, glossary: Glossary) -> float:
    """As `recall`, in the other language: a word is carried as it is or by one of its translations."""
    words = [word_of(t) for t, _, _ in tokens(claim.text)]
    stop = [w.stop_en if claim.language == "en" else w.stop_vi for w in words]
    carried = [w.stem in text.stems or (w.folded in text.folded and len(w.folded) > 3) for w in words]
    for match in glossary.translations(claim.text, claim.language):
        if any(all(part in text.stems for part in parts) for parts in match.alternatives):
            carried[match.start : match.end] = [True] * (match.end - match.start)
    weighed = [c for c, s in zip(carried, stop, strict=True) if not s]
    return sum(weighed) / len(weighed) if weighed else 1.0


def best_sentence(claim: ClaimView, text: Evidence) -> int:
    """The index of the sentence with most of the claim's words, the first of equals."""
    words = {t.stem for t in claim.terms}
    overlaps = [len(words & s) for s in text.sentence_stems]
    return overlaps.index(max(overlaps))
