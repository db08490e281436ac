"""The forms of `trich eval` and their options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

_FORMS = """\
forms:
  trich eval DATASET        ask every question and write a report
  trich eval compare A B    did B do better than A? two runs, paired by question
  trich eval gate RUN --baseline FILE [--accept]
                            exit 1 when a run falls behind the baseline; --accept makes it the baseline
  trich eval score RUN      score and report again, without asking
  trich eval export RUN --as trec|squad|ragas|ragchecker
                            the run in the format of another evaluation tool

DATASET is a folder with questions.jsonl (and corpus/), a .jsonl file, or a file of SQuAD, XQuAD, MLQA or RGB.
Each form tells its options with --help. Exit status: 0 done, 1 an error or a gate that does not pass, 2 wrong usage.
"""


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The options; `form` is run, compare, gate, score or export. Prints usage and exits with 2 when they are wrong."""
    forms = {"compare": _compare, "gate": _gate, "score": _score, "export": _export}
    if not arguments or arguments[0] not in forms:
        options = _run().parse_args(list(arguments))
        options.form = "run"
        return options
    options = forms[arguments[0]]().parse_args(list(arguments[1:]))
    options.form = arguments[0]
    return options


def _parser(form: str, text: str, *, epilog: str = "") -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=f"trich eval{form}", description=text, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def _run() -> argparse.ArgumentParser:
    parser = _parser("", "Run the evaluation harness.", epilog=_FORMS)
    parser.add_argument("dataset", metavar="DATASET", help="what to ask")
    parser.add_argument("--out", metavar="DIR", help="folder of the run (default: runs/TIME-NAME)")
    parser.add_argument("--resume", metavar="DIR", help="go on with a run that stopped; DATASET and options as before")
    parser.add_argument("--json", action="store_true", help="print the metrics as JSON and nothing else")
    parser.add_argument("--articles", action="append", metavar="PATH", default=[], help="articles to ask over")
    parser.add_argument("--format", choices=("auto", "trich", "squad", "rgb"), default="auto", help="of the data set")
    parser.add_argument("--cross", metavar="vi:en", default="", help="questions of one language, texts of the other")
    parser.add_argument("--hold-out", action="store_true", help="hide the article that answers: nothing is answerable")
    parser.add_argument("--split", metavar="NAME", help="only the cases of this split")
    parser.add_argument("--limit", type=_positive, metavar="N", help="only the first N cases")
    parser.add_argument(
        "--jobs", type=_positive, default=1, metavar="N", help="questions at once (default 1; 8 for an endpoint)"
    )
    parser.add_argument(
        "--robustness", action="store_true", help="ask in other forms too, among distractors, in another order"
    )
    parser.add_argument("--cache", metavar="FILE", help="keep the replies of a model here and use them again")
    parser.add_argument("--replay", action="store_true", help="with --cache: a reply that is not kept is an error")
    parser.add_argument("--baseline", metavar="FILE", help="show the difference to this baseline in the report")
    parser.add_argument("--base-url", metavar="URL", help="OpenAI-compatible endpoint (else OPENAI_BASE_URL)")
    parser.add_argument("--model", metavar="NAME", help="chat model (else TRICH_MODEL)")
    parser.add_argument("--extractive", action="store_true", help="use no model even when one is configured")
    _judge(parser)
    return parser


def _judge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--judge", choices=("lexical", "llm"), help="who judges whether citations support sentences")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def _compare() -> argparse.ArgumentParser:
    parser = _parser(" compare", "Compare two runs, paired by question.")
    parser.add_argument("a", metavar="A", help="folder of the run before")
    parser.add_argument("b", metavar="B", help="folder of the run after")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    return parser


def _gate() -> argparse.ArgumentParser:
    parser = _parser(" gate", "Exit with 1 when a run falls behind a baseline.")
    parser.add_argument("run", metavar="RUN", help="folder of the run")
    parser.add_argument("--baseline", metavar="FILE", required=True, help="the committed baseline")
    parser.add_argument("--accept", action="store_true", help="make this run the baseline")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    return parser


def _score() -> argparse.ArgumentParser:
    parser = _parser(" score", "Score a run again and write its reports; nothing is asked.")
    parser.add_argument("run", metavar="RUN", help="folder of the run")
    parser.add_argument("--baseline", metavar="FILE", help="show the difference to this baseline in the report")
    parser.add_argument("--json", action="store_true", help="print the metrics as JSON and nothing else")
    _judge(parser)
    return parser


def _export() -> argparse.ArgumentParser:
    parser = _parser(" export", "Write a run for another evaluation tool.")
    parser.add_argument("run", metavar="RUN", help="folder of the run")
    parser.add_argument("--as", dest="target", choices=("trec", "squad", "ragas", "ragchecker"), required=True)
    parser.add_argument("--out", metavar="DIR", help="where to write (default: the run's folder)")
    return parser
