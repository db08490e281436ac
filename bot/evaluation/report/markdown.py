"""The report in Markdown, for a pull request or a terminal: verdict, headline, slices, failures by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.evaluation.metrics.scoring import Score
from bot.evaluation.metrics.summary import HEADLINE, name_of
from bot.evaluation.report.results import Results
from bot.evaluation.report.verdict import verdict_of

_MOST = 50
"""Failures that are listed."""


def markdown(results: Results) -> str:
    """The whole report."""
    suite = results.manifest["suite"]
    lines = [f"# {_plain(suite['name'])}: {results.metrics['n']} questions", "", verdict_of(results.metrics), ""]
    lines += table(results.metrics["figures"], _baseline(results))
    lines += _abstention(results.metrics["abstention"])
    lines += _robustness(results.metrics["robustness"])
    lines += _judged(results.metrics["judged"])
    for name, slices in results.metrics["slices"].items():
        lines += _slices(name, slices)
    lines += _failures(results.scores)
    return "\n".join(lines) + "\n"


def table(figures: Mapping[str, Mapping[str, float]], baseline: Mapping[str, float]) -> list[str]:
    """The headline as a table, with the difference to the baseline where there is one."""
    shown = [name for name in HEADLINE if name in figures]
    lines = ["| figure | mean | 95 % | n |" + (" against baseline |" if baseline else "")]
    lines.append("|---|---:|---:|---:|" + ("---:|" if baseline else ""))
    for name in shown:
        figure = figures[name]
        row = (
            f"| {name_of(name)} | {figure['mean']:.3f} | {figure['low']:.3f} to {figure['high']:.3f} | {figure['n']} |"
        )
        if baseline:
            row += f" {figure['mean'] - baseline[name]:+.3f} |" if name in baseline else " |"
        lines.append(row)
    return [*lines, ""]


def _baseline(results: Results) -> dict[str, float]:
    figures = (results.baseline or {}).get("figures", {})
    return {name: figure["mean"] for name, figure in figures.items()}


def _abstention(told: Mapping[str, Any]) -> list[str]:
    return [
        f"Silent on {_percent(told['rejection_recall'])} of the unanswerable and {_percent(told['over_refusal'])} of the "
        f"answerable questions. Correct {_percent(told['correct'])}, incorrect {_percent(told['incorrect'])}, not "
        f"attempted {_percent(told['not_attempted'])}; trust {told['trust']:+.3f}.",
        "",
    ]


def _robustness(told: Mapping[str, Mapping[str, Any]]) -> list[str]:
    if not told:
        return []
    lines = ["| variant | n | right | plain | same outcome and citations |", "|---|---:|---:|---:|---:|"]
    for name, row in told.items():
        same = f"{row['consistent']:.3f}" if "consistent" in row else ""
        lines.append(f"| {name.replace('_', ' ')} | {row['n']} | {row['right']:.3f} | {row['plain']:.3f} | {same} |")
    return [*lines, ""]


def _judged(told: Mapping[str, Any]) -> list[str]:
    if not told or not told["n"]:
        return []
    parts = ", ".join(f"{name} {told[name]['mean']:.3f}" for name in ("recall", "precision", "weighted"))
    return [f"Support, judged by {told['judge']} (n {told['n']}): {parts}.", ""]


def _slices(name: str, slices: Mapping[str, Mapping[str, Mapping[str, float]]]) -> list[str]:
    lines = [f"| {name} | right | n |", "|---|---:|---:|"]
    for value, figures in slices.items():
        right = figures["right"]
        lines.append(f"| {_plain(value)} | {right['mean']:.3f} | {right['n']} |")
    return [*lines, ""]


def _failures(scores: Sequence[Score]) -> Iterator[str]:
    failed = [s for s in scores if not s.right]
    yield f"## {len(failed)} not right"
    yield ""
    for score in failed[:_MOST]:
        said = score.prediction.error or (score.prediction.answer or {}).get("answer", "")
        yield f"- `{_plain(score.case.id)}` {_plain(_short(score.case.question))} → {_plain(_short(said))}"
    if len(failed) > _MOST:
        yield f"- and {len(failed) - _MOST} more"


def _short(text: str, most: int = 240) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _plain(text: str) -> str:
    """Text of others on one line, with nothing that Markdown or HTML would take for markup."""
    flat = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_[]|#!" else {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(c, c) for c in flat)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
