"""`Who painted it?` across languages: `tranh`, a picture, is what was painted, not that somebody painted it."""

from __future__ import annotations

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import ARTICLES
from bot.answering.question.view import QuestionView
from bot.answering.question.word import QuestionWord
from bot.answering.text.paragraph_view import SentenceView
from bot.language.grammar.verbs import is_light as says_little
from bot.language.lexicon.open_classes import classes
from bot.language.words.normalise import words

_BE = words("is was are were be been là")
_NOUN_ENDINGS = ("ing", "ings", "er", "ers", "or", "ors", "ion", "ment")


def deed_named_only(question: QuestionView, scene: Scene) -> bool:
    """Whether, for `who`, a text of the other language has the deed as a thing only, be it the word for another word asked.

    The deed is the word right behind `who` or `ai`.
    """
    if question.language == scene.sentence.language or question.asked.kind != "person":
        return False
    asking = question.asked.asking
    if not asking or (question.language == "en" and (min(asking) > 0 or question.asked.focus)):
        return False
    deed = _deed(question, max(asking))
    if deed is None or says_little(deed.text.lower(), question.language):
        return False
    spots = [(s, p) for s in scene.near for f in _forms(question, deed, s) for p in s.places.get(f, ())]
    return bool(spots) and not any(_is_deed(question, deed, s, p) for s, p in spots)


def _deed(question: QuestionView, asking: int) -> QuestionWord | None:
    """The word that says what was done, right behind the word that asks; markers (`đã`) may stand between."""
    behind = next((t for t in question.terms if t.index > asking and not t.light), None)
    if behind is None or behind.name or behind.number:
        return None
    between = {w.canonical for w in question.words[asking + 1 : behind.index]}
    return behind if between.isdisjoint(_BE) else None


def _forms(question: QuestionView, deed: QuestionWord, sentence: SentenceView) -> set[str]:
    """What stands for the deed in a sentence, its own form aside."""
    return question.forms(deed, sentence) - {deed.word.stem, deed.word.folded}


def _is_deed(question: QuestionView, deed: QuestionWord, sentence: SentenceView, place: int) -> bool:
    """Whether a word of a sentence may be a verb: no noun behind an article, nor what stands for another word asked."""
    there = sentence.tokens
    word = there[place].word.canonical
    before = there[place - 1].word.canonical if place else ""
    if sentence.language == "en":
        return not (word.endswith(_NOUN_ENDINGS) and before in ARTICLES)
    after = there[place + 1].word.canonical if place + 1 < len(there) else ""
    forms = (word, f"{before} {word}", f"{word} {after}")
    if any(form in classes()[known] for form in forms for known in ("vi_verb", "vi_mixed")):
        return True
    others = (p for t in question.terms if t != deed for p in (*t.translations, *t.like.across))
    return not any(0 <= place - start < len(phrase) for phrase in others for start in sentence.starts(phrase))
