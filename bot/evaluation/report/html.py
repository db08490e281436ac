"""The report as one HTML file: no script, no foreign request, every text of others escaped, plots as inline SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.evaluation.metrics.summary import HEADLINE, name_of
from bot.evaluation.report import svg
from bot.evaluation.report.cases import failures, successes
from bot.evaluation.report.html_text import safe
from bot.evaluation.report.results import Results
from bot.evaluation.report.verdict import limits_of, verdict_of

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_SLICED = ("right", "contains", "cites_gold", "success@1", "recall@5", "abstained")
_TILES = ("right", "cites_gold", "recall@5", "short_f1")


def html(results: Results) -> str:
    """The whole document."""
    name = safe(results.manifest["suite"]["name"])
    style = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{name} · Trích evaluation</title><style>{style}</style></head><body><main>"
        f"{''.join(_sections(results))}</main></body></html>\n"
    )


def _sections(results: Results) -> Iterator[str]:
    yield from _head(results)
    yield from _figures(results)
    yield from _slices(results.metrics["slices"])
    yield from failures(results.scores)
    yield from _abstention(results.metrics["abstention"])
    yield from _robustness(results.metrics["robustness"])
    yield from _speed(results)
    yield from successes(results.scores)
    yield from _manifest(results)
    yield "<h2>What this run cannot show</h2>" + "".join(f"<p>{safe(line)}</p>" for line in limits_of(results.metrics))


def _head(results: Results) -> Iterator[str]:
    manifest, metrics = results.manifest, results.metrics
    trouble = bool(metrics["errors"] or metrics["structural_faults"] or not metrics["complete"])
    yield '<p class="kicker">Trích evaluation</p>'
    yield f"<h1>{safe(manifest['suite']['name'])}</h1>"
    yield f'<p class="soft">{safe(manifest["answerer"])} · {safe(manifest["began"])} · version {safe(manifest["trich"])}</p>'
    yield f'<p class="verdict{" trouble" if trouble else ""}">{safe(verdict_of(metrics))}</p>'
    yield '<div class="tiles">'
    for name in _TILES:
        if name in metrics["figures"]:
            yield _tile(f"{100 * metrics['figures'][name]['mean']:.1f} %", name_of(name))
    told = metrics["abstention"]
    if told["answerable"] < metrics["n"]:
        yield _tile(f"{100 * told['rejection_recall']:.1f} %", "silent where nothing answers")
    if told["answerable"]:
        yield _tile(f"{100 * told['over_refusal']:.1f} %", "silent where it should answer")
    yield _tile(str(len(metrics["structural_faults"])), "structural citation faults")
    yield "</div>"


def _tile(value: str, name: str) -> str:
    return f'<div class="tile"><b>{safe(value)}</b><span>{safe(name)}</span></div>'


def _figures(results: Results) -> Iterator[str]:
    figures = results.metrics["figures"]
    headline = {name: figures[name] for name in HEADLINE if name in figures}
    before = {k: v["mean"] for k, v in (results.baseline or {}).get("figures", {}).items()}
    note = " The red tick is the baseline." if before else ""
    yield f'<h2>Figures</h2><p class="soft">Means over questions with their 95 % bootstrap intervals.{note}</p>'
    yield f'<div class="card scroll">{svg.bars(headline, {n: name_of(n) for n in headline}, before)}</div>'
    rest = [name for name in figures if name not in headline]
    rows = "".join(_row(name, figures[name]) for name in rest)
    yield f'<details><summary class="soft">{len(rest)} more figures</summary><table>{_HEADS}{rows}</table></details>'
    yield from _judged(results.metrics["judged"])


_HEADS = '<tr><th>figure</th><th class="n">mean</th><th class="n">95 %</th><th class="n">n</th></tr>'


def _row(name: str, figure: Mapping[str, float]) -> str:
    return (
        f'<tr><td>{safe(name_of(name))}</td><td class="n">{figure["mean"]:.3f}</td>'
        f'<td class="n">{figure["low"]:.3f} to {figure["high"]:.3f}</td><td class="n">{figure["n"]}</td></tr>'
    )


def _judged(told: Mapping[str, Any]) -> Iterator[str]:
    if not told or not told["n"]:
        return
    yield f"<h2>Support of citations, judge: {safe(told['judge'])}</h2><table>{_HEADS}"
    for name in ("recall", "precision", "weighted"):
        yield _row(f"support, {name}", {**told[name], "n": told["n"]})
    yield "</table>"


def _slices(slices: Mapping[str, Mapping[str, Mapping[str, Mapping[str, float]]]]) -> Iterator[str]:
    yield "<h2>Slices</h2>"
    for title, parts in slices.items():
        shown = [name for name in _SLICED if any(name in figures for figures in parts.values())]
        heads = "".join(f'<th class="n">{safe(name.replace("_", " "))}</th>' for name in shown)
        yield f'<div class="scroll"><table><tr><th>{safe(title)}</th><th class="n">n</th>{heads}</tr>'
        for value, figures in parts.items():
            cells = "".join(_heat(figures.get(name)) for name in shown)
            yield f'<tr><td>{safe(value)}</td><td class="n">{figures["right"]["n"]}</td>{cells}</tr>'
        yield "</table></div><br>"


def _heat(figure: Mapping[str, float] | None) -> str:
    if figure is None:
        return '<td class="n"></td>'
    span = f"{figure['low']:.3f} to {figure['high']:.3f}, n {figure['n']}"
    return f'<td class="n heat" style="--share:{figure["mean"]:.3f}" title="{span}">{figure["mean"]:.3f}</td>'


def _abstention(told: Mapping[str, Any]) -> Iterator[str]:
    yield "<h2>Abstention and confidence</h2>"
    cells = [
        ("correct", told["correct"]), ("incorrect", told["incorrect"]), ("not attempted", told["not_attempted"]),
        ("F of both (SimpleQA)", told["f_score"]), ("trust, wrong = −1", told["trust"]), ("trust, wrong = −4", told["trust_4"]),
        ("AUROC of confidence", told["auroc"]), ("AURC", told["aurc"]), ("calibration error (ECE)", told["ece"]),
    ]  # fmt: skip
    tiles = "".join(_tile(f"{value:.3f}", name) for name, value in cells if value is not None)
    yield f'<div class="tiles">{tiles}</div><br>'
    risk = svg.curve(told["risk_coverage"], title="Risk and coverage", across="share answered", up="share wrong")
    yield f'<div class="plots"><div class="card">{risk}</div><div class="card">{svg.reliability(told["reliability"])}</div></div>'


def _robustness(told: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if not told:
        return
    yield (
        "<h2>Robustness</h2><table><tr><th>variant</th><th class='n'>n</th><th class='n'>right</th>"
        "<th class='n'>right as asked</th><th class='n'>same outcome and citations</th></tr>"
    )
    for name, row in told.items():
        same = f"{row['consistent']:.3f} ({row['low']:.3f} to {row['high']:.3f})" if "consistent" in row else ""
        yield (
            f'<tr><td>{safe(name.replace("_", " "))}</td><td class="n">{row["n"]}</td><td class="n">{row["right"]:.3f}</td>'
            f'<td class="n">{row["plain"]:.3f}</td><td class="n">{same}</td></tr>'
        )
    yield "</table>"


def _speed(results: Results) -> Iterator[str]:
    speed = results.metrics["speed"]
    stages = [name for name in speed if name.endswith("_ms") and isinstance(speed[name], dict)]
    if not stages:
        return
    yield "<h2>Speed and cost</h2>"
    rows = "".join(
        f"<tr><td>{safe(name.removesuffix('_ms').replace('_', ' '))}, ms</td>"
        + "".join(f'<td class="n">{speed[name][p]:.1f}</td>' for p in ("p50", "p95", "p99"))
        + f'<td class="n">{speed.get("in_loops", {}).get(name.removesuffix("_ms"), "")}</td></tr>'
        for name in stages
    )
    heads = "".join(f'<th class="n">{h}</th>' for h in ("p50", "p95", "p99", "p50 / calibration loop"))
    yield f"<table><tr><th>stage</th>{heads}</tr>{rows}</table><br>"
    told = {k.replace("_", " "): v for k, v in speed.items() if isinstance(v, int | float)}
    told |= {k.replace("_", " "): v for k, v in results.metrics["cost"].items()}
    yield f"<dl>{''.join(f'<dt>{safe(k)}</dt><dd>{v:,.2f}</dd>' for k, v in told.items())}</dl><br>"
    answers = [row["answer"] for row in results.milliseconds.values() if "answer" in row]
    if answers:
        yield f'<div class="plots"><div class="card">{svg.distribution(answers, title="Time to the answer", across="ms")}</div></div>'


def _manifest(results: Results) -> Iterator[str]:
    yield "<h2>How it was run</h2><dl>"
    for key, value in results.manifest.items():
        shown = ", ".join(f"{k} {v}" for k, v in value.items() if v != "") if isinstance(value, dict) else value
        yield f"<dt>{safe(key.replace('_', ' '))}</dt><dd><code>{safe(shown)}</code></dd>"
    yield "</dl>"
