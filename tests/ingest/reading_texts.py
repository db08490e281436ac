"""What the tests of this room share."""

from __future__ import annotations

from bot.ingest.intake.reading import Reading
from bot.settings import Settings

SETTINGS = Settings()
LONG = "The delegation was welcomed at the Secretariat in Jakarta by ambassadors of all member states on Monday."


def texts(reading: Reading) -> list[str]:
    """All paragraphs of a reading."""
    return [p.text for a in reading.articles for p in a.paragraphs]
