"""Main text of saved pages: paragraph precision, recall and F1 over the layouts of tests/ingest/pages.

    python benchmarks/page_text.py [--worst N]

A paragraph counts when it is there whole, word for word (spaces apart). Promo lines and bylines are told apart and are
not counted, as no answer may cite them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.ingest import read_bytes
from bot.models import EVIDENCE_KINDS
from bot.settings import Settings
from tests.ingest.pages import saved_pages


def paragraphs_of(html: str) -> list[str]:
    """The citable paragraphs that are read from a page."""
    articles = read_bytes(html.encode(), "page.html", Settings()).articles
    return [p.text for a in articles for p in a.paragraphs if p.kind in EVIDENCE_KINDS]


def hits(got: list[str], expected: list[str]) -> tuple[int, int, int]:
    """Paragraphs right, given and expected."""
    one, other = (Counter(" ".join(text.split()) for text in texts) for texts in (got, expected))
    return sum((one & other).values()), one.total(), other.total()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst pages to show")
    worst = parser.parse_args().worst
    rows = []
    for name, _, html, expected in saved_pages():
        got = paragraphs_of(html)
        rows.append((hits(got, expected), name, got, expected))
    right, given, wanted = (sum(row[0][i] for row in rows) for i in range(3))
    print(f"{len(rows)} pages, {wanted} paragraphs")
    print(f"precision {right / given:.4f}  recall {right / wanted:.4f}  F1 {2 * right / (given + wanted):.4f}")
    macro = sum(2 * h / max(1, g + w) for (h, g, w), *_ in rows) / len(rows)
    print(f"mean F1 of a page {macro:.4f}")
    for (h, g, w), name, got, expected in sorted(rows, key=lambda row: 2 * row[0][0] / max(1, row[0][1] + row[0][2]))[
        :worst
    ]:
        if h < g or h < w:
            print(f"\n{name}: F1 {2 * h / max(1, g + w):.3f}")
            for text in got:
                if text not in expected:
                    print("   + " + text[:110])
            for text in expected:
                if text not in got:
                    print("   - " + text[:110])


if __name__ == "__main__":
    main()
