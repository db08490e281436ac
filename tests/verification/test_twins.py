"""Pairs of claims on the same news, one true of it and one that turns it: `twins*.tsv`, on the texts of `twins*_news.tsv`."""

from pathlib import Path

import pytest

from bot.verification.attribution import check_text


def _rows(*names: str) -> list[list[str]]:
    lines = [line for name in names for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()]
    return [line.split("\t") for line in lines if not line.startswith("#")]


NEWS = dict(_rows("twins_news.tsv", "twins_figures_news.tsv"))
TWINS = _rows("twins.tsv", "twins_figures.tsv")
IDS = [f"{kind}-{news}-{wrong}" for kind, news, _, wrong in TWINS]


@pytest.mark.parametrize(("kind", "news", "right", "wrong"), TWINS, ids=IDS)
def test_a_turned_claim_is_not_verified_and_its_true_twin_is_not_rejected(
    kind: str, news: str, right: str, wrong: str
) -> None:
    assert check_text(right, NEWS[news]).support != "rejected"
    assert check_text(wrong, NEWS[news]).support != "verified"


def test_most_true_twins_are_verified() -> None:
    verified = sum(check_text(right, NEWS[news]).support == "verified" for _, news, right, _ in TWINS)
    assert verified >= 0.85 * len(TWINS)
