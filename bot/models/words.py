"""The few words that the values are made of."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]
ParagraphKind = Literal["body", "caption", "title", "promo", "byline"]
Outcome = Literal["answered", "not_in_sources", "nothing_found", "unverified"]
Support = Literal["verified", "unconfirmed", "rejected"]
AbstentionReason = Literal["off_topic", "fact_missing", "premise_contradicted"]

EVIDENCE_KINDS: frozenset[ParagraphKind] = frozenset({"body", "caption", "title"})
"""The kinds of paragraph that may be cited: a promo line or a byline is never evidence."""
