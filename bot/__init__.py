"""Trích: answers from news articles in which every sentence is cited and checked.

>>> from bot import NewsBot
>>> with NewsBot.open("seeds") as bot:                        # doctest: +SKIP
...     bot.ask("Who welcomed the delegation?").citations[0].paragraph.ref
'vns-asean#2'

Importing this package loads none of the heavy libraries and opens no socket.
"""

from bot.engine import NewsBot
from bot.errors import TrichError
from bot.models import Answer, Article, Citation, Conversation, Filters, Paragraph, Passage, Statement
from bot.settings import Settings

__version__ = "0.1.0"
__all__ = [
    "Answer",
    "Article",
    "Citation",
    "Conversation",
    "Filters",
    "NewsBot",
    "Paragraph",
    "Passage",
    "Settings",
    "Statement",
    "TrichError",
    "__version__",
]
