"""Saved-page layouts of news sites with the paragraphs that a reader should get from each; see `saved_pages`."""

from __future__ import annotations

from collections.abc import Iterator

from .layouts_later import LATER
from .layouts_odd import ODD
from .layouts_press import PRESS
from .layouts_styled import STYLED
from .layouts_unseen import UNSEEN
from .stories import STORIES, Story

LAYOUTS = (*PRESS, *ODD, *LATER, *UNSEEN, *STYLED)


def saved_pages() -> Iterator[tuple[str, Story, str, list[str]]]:
    """(name, story, page, expected paragraphs) of every layout with every story."""
    for layout in LAYOUTS:
        for number, story in enumerate(STORIES):
            html, expected = layout(story)
            yield f"{layout.__name__}-{story.language}{number}", story, html, expected
