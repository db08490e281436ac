"""Nouns, verbs, adjectives, and names of places, people and titles, as the glossary's sections tell them apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def classes() -> Mapping[str, frozenset[str]]:
    """The words of each class, `en_verb` or `vi_place`, read once from word_classes.txt (training/word_classes.py).

    English verbs are stems; names of places, people and titles are folded.

    >>> "jakarta" in classes()["en_place"], "dai su" in classes()["vi_title"]
    (True, True)
    """
    lines = (files("bot.language.lexicon") / "word_classes.txt").read_text("utf-8").splitlines()
    found = (line.split("\t") for line in lines if line[0] != "#")
    return {name: frozenset(listed.split("|")) for name, listed in found}
