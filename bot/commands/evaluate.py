"""`trich eval`: run a data set, compare two runs, gate one by a baseline, score one again, export one."""

from __future__ import annotations

import argparse
import re
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands.opening import print_json, settings_of
from bot.errors import DatasetError, SettingsError
from bot.evaluation.comparison import compare, comparison_lines
from bot.evaluation.dataset.suite import Suite, held_out, open_suite
from bot.evaluation.gate import baseline_of, failures, read_baseline
from bot.evaluation.metrics.scoring import scores_of
from bot.evaluation.options import parsed
from bot.evaluation.report.results import Results, metrics_of, results_of
from bot.evaluation.report.verdict import verdict_of
from bot.evaluation.run.folder import RunFolder
from bot.evaluation.run.manifest import check_same, manifest_of
from bot.evaluation.run.running import Plan, planned
from bot.evaluation.run.running import run as run_suite
from bot.settings import Settings


def run(args: argparse.Namespace) -> int:
    """Does what the arguments after `trich eval` ask for."""
    options = parsed(args.arguments)
    forms = {"run": _run, "compare": _compare, "gate": _gate, "score": _score, "export": _export}
    return forms[options.form](options)


def _run(options: argparse.Namespace) -> int:
    settings, suite = settings_of(options), _suite(options)
    baseline = read_baseline(Path(options.baseline)) if options.baseline else None
    folder = _folder(options, suite, settings)
    plan = Plan(options.jobs, options.robustness, options.cache and Path(options.cache), options.replay)
    stopped = _asked(suite, folder, settings, plan)
    results = _reported(folder, settings, options.judge, baseline)
    _tell(folder, results, as_json=options.json)
    if stopped:
        sys.stderr.write(f"trich: Stopped; the same command with --resume {folder.path} goes on.\n")
    return 1 if stopped else 0


def _suite(options: argparse.Namespace) -> Suite:
    articles = [Path(path) for path in options.articles]
    suite = open_suite(Path(options.dataset), format=options.format, articles=articles, cross=options.cross)
    if options.split:
        suite = replace(suite, cases=tuple(c for c in suite.cases if c.split == options.split))
    suite = replace(suite, cases=suite.cases[: options.limit])
    if options.hold_out:
        suite = held_out(suite)
    if not suite.cases:
        raise DatasetError("No case of the data set is left to ask.")
    return suite


def _folder(options: argparse.Namespace, suite: Suite, settings: Settings) -> RunFolder:
    if options.replay and not options.cache:
        raise SettingsError("--replay wants --cache FILE.")
    told = {"robustness": options.robustness, "hold_out": options.hold_out, "cross": options.cross}
    manifest = manifest_of(suite, settings, ["trich", "eval", *_words(options)], told)
    if options.resume:
        folder = RunFolder(Path(options.resume))
        check_same(folder.manifest(), manifest)
        return folder
    name = re.sub(r"[^\w-]+", "-", suite.name)[:60]
    default = Path("runs") / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{name}-{secrets.token_hex(3)}"
    folder = RunFolder(Path(options.out) if options.out else default)
    folder.begin(manifest)
    return folder


def _words(options: argparse.Namespace) -> list[str]:
    """The command line that asks for the same run; `--base-url` is told by its host alone."""
    words = [options.dataset]
    for name, value in sorted(vars(options).items()):
        if name in ("dataset", "form", "out", "resume", "json") or value in (None, False, "", [], "auto"):
            continue
        flag = "--" + name.replace("_", "-")
        words += (
            [flag]
            if value is True
            else [w for v in (value if isinstance(value, list) else [value]) for w in (flag, str(v))]
        )
    return words


def _asked(suite: Suite, folder: RunFolder, settings: Settings, plan: Plan) -> bool:
    """Asks behind a progress bar; returns whether it was interrupted."""
    total = sum(len(asks) for _, asks in planned(suite, plan))
    with _progress(total, len(folder.predictions())) as tell:
        try:
            run_suite(suite, folder, settings, plan, lambda prediction: tell(1))
        except KeyboardInterrupt:
            if not folder.predictions():
                raise
            return True
    return False


@contextmanager
def _progress(total: int, done: int) -> Iterator[Any]:
    """A bar on a terminal; elsewhere a plain line at every tenth."""
    from tqdm import tqdm

    if sys.stderr.isatty():
        with tqdm(total=total, initial=done, unit=" questions", leave=False) as bar:
            yield bar.update
        return
    asked, step = done, max(1, total // 10)

    def line(count: int) -> None:
        """Counts, and says so at every tenth."""
        nonlocal asked
        asked += count
        if asked % step == 0 or asked == total:
            sys.stderr.write(f"asked {asked} of {total}\n")

    yield line


def _reported(
    folder: RunFolder, settings: Settings | None, judge: str | None, baseline: Mapping[str, Any] | None
) -> Results:
    from bot.evaluation.report.html import html
    from bot.evaluation.report.markdown import markdown

    results = results_of(folder, _judge(judge, settings), baseline)
    folder.write("report.html", html(results))
    folder.write("report.md", markdown(results))
    return results


def _judge(name: str | None, settings: Settings | None) -> Any:
    from bot.evaluation.metrics.judging import LexicalJudge, ModelJudge

    if name != "llm":
        return LexicalJudge() if name else None
    from bot.wiring import chat_model, reviewer_of

    chosen = replace(settings or Settings.from_env(), verify="llm")
    model = chat_model(chosen)
    reviewer = reviewer_of(model, chosen)
    if model is None or reviewer is None:
        raise SettingsError("--judge llm takes a model: set OPENAI_API_KEY or OPENAI_BASE_URL.")
    return ModelJudge(model.name, reviewer)


def _tell(folder: RunFolder, results: Results, *, as_json: bool) -> None:
    if as_json:
        print_json({"run": str(folder.path), "suite": results.manifest["suite"], **results.metrics}, indent=2)
        return
    from bot.evaluation.report.markdown import table

    lines = [verdict_of(results.metrics), "", *table(results.metrics["figures"], {})]
    sys.stdout.write("\n".join([*lines, f"Report: {folder.path / 'report.html'}"]) + "\n")


def _score(options: argparse.Namespace) -> int:
    folder = RunFolder(Path(options.run))
    baseline = read_baseline(Path(options.baseline)) if options.baseline else None
    _tell(folder, _reported(folder, None, options.judge, baseline), as_json=options.json)
    return 0


def _compare(options: argparse.Namespace) -> int:
    before, after = RunFolder(Path(options.a)), RunFolder(Path(options.b))
    differences = compare(scores_of(before), scores_of(after))
    if options.json:
        print_json([{**asdict(d), "verdict": d.verdict} for d in differences], indent=2)
    else:
        sys.stdout.write("\n".join(comparison_lines(differences)) + "\n")
    return 0


def _gate(options: argparse.Namespace) -> int:
    folder, path = RunFolder(Path(options.run)), Path(options.baseline)
    metrics, manifest = metrics_of(folder), folder.manifest()
    if options.accept:
        RunFolder(path.parent).write_json(path.name, baseline_of(metrics, manifest))
        found: Sequence[str] = ()
    else:
        found = failures(metrics, manifest, read_baseline(path))
    if options.json:
        print_json({"passed": not found, "accepted": options.accept, "failures": list(found)}, indent=2)
    else:
        verdict = "accepted as the baseline" if options.accept else "failed" if found else "passed"
        sys.stdout.write("".join(f"- {line}\n" for line in found) + f"Gate {verdict}.\n")
    return 1 if found else 0


def _export(options: argparse.Namespace) -> int:
    from bot.evaluation.report.exporters import export

    folder = RunFolder(Path(options.run))
    target = RunFolder(Path(options.out) if options.out else folder.path)
    for name, text in export(options.target, scores_of(folder)).items():
        sys.stdout.write(f"{target.write(name, text)}\n")
    return 0
