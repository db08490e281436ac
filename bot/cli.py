"""The command line: `trich COMMAND`, the same as `python -m bot COMMAND`.

Exit status: 0 done (an abstention is a result), 1 a user's error or a fault, said in one line, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from bot import __version__
from bot.errors import TrichError


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status; every error of ours becomes one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parsed(argv)
    try:
        command = importlib.import_module(f"bot.commands.{args.module}")
        return int(getattr(command, args.function)(args))
    except TrichError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("Stopped.")
    except BrokenPipeError:
        # The reader went away (`trich ... | head`): let the interpreter close without another complaint.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (MemoryError, OSError) as error:
        return _fail(f"{type(error).__name__}: {error}.")


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; what is asked stands on the command line or in a file, not in both and not in neither."""
    parser = _parser()
    args = parser.parse_args(argv)
    if hasattr(args, "batch"):
        asked = "claim" if args.command == "check" else "question"
        if (args.batch is None) == (getattr(args, asked) is None):
            parser.error(f"{args.command} takes either a {asked} or --batch FILE")
    return args


def _fail(sentence: str) -> int:
    print(f"trich: {' '.join(sentence.split())}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trich", description="Answers from news articles in which every sentence is cited and checked."
    )
    parser.add_argument("--version", action="version", version=f"trich {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _asking(commands)
    _collecting(commands)
    _evaluating(commands)
    _serving(commands)
    return parser


_Commands = argparse._SubParsersAction  # the public API offers no name for what add_subparsers returns


def _command(
    commands: _Commands[argparse.ArgumentParser], name: str, module: str, text: str, **more: Any
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text, **more)
    parser.set_defaults(module=module, function="run")
    return parser


def _collection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--articles", action="append", metavar="PATH", help="file or folder of articles (default: seeds)"
    )
    parser.add_argument("--index", metavar="FILE", help="the store (default: one for each collection)")


def _filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--article", action="append", default=[], metavar="ID", help="only this article")
    parser.add_argument("--outlet", action="append", default=[], metavar="NAME", help="only this outlet")
    parser.add_argument("--language", action="append", default=[], choices=("vi", "en"), help="only this language")
    parser.add_argument("--since", metavar="YYYY-MM-DD", help="published on or after this day")
    parser.add_argument("--until", metavar="YYYY-MM-DD", help="published on or before this day")


def _model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base-url", metavar="URL", help="OpenAI-compatible endpoint (else OPENAI_BASE_URL)")
    parser.add_argument("--model", metavar="NAME", help="chat model (else TRICH_MODEL)")
    parser.add_argument("--passages", type=int, metavar="N", help="paragraphs to draft from (else TRICH_PASSAGES)")
    parser.add_argument("--verify", choices=("rules", "llm"), help="how sentences are checked (else TRICH_VERIFY)")
    parser.add_argument("--strict", action="store_true", default=None, help="show verified sentences only")
    parser.add_argument("--extractive", action="store_true", help="use no model even when one is configured")


def _asking(commands: _Commands[argparse.ArgumentParser]) -> None:
    ask = _command(commands, "ask", "ask", "Answer one question, or one in each line of a JSON Lines file.")
    ask.add_argument("question", nargs="?")
    ask.add_argument("--batch", metavar="FILE", help='lines of {"id": ..., "question": ...}')
    ask.add_argument("--json", action="store_true", help="print JSON and nothing else")
    retrieve = _command(commands, "retrieve", "retrieve", "Rank the paragraphs for a question.")
    retrieve.add_argument("question", nargs="?")
    retrieve.add_argument("--batch", metavar="FILE", help='lines of {"id": ..., "question": ...}')
    retrieve.add_argument("--limit", type=int, default=10, metavar="N", help="at most N paragraphs (default 10)")
    retrieve.add_argument("--json", action="store_true", help="print JSON and nothing else")
    chat = _command(commands, "chat", "chat", "Hold a conversation in the terminal.")
    check = _command(commands, "check", "check", "Is a sentence carried by the collection?")
    check.add_argument("claim", nargs="?")
    check.add_argument("--batch", metavar="FILE", help='lines of {"id": ..., "claim": ..., "text": ...}')
    check.add_argument("--json", action="store_true", help="print JSON and nothing else")
    for parser in (ask, retrieve, chat, check):
        _collection(parser)
    for parser in (ask, retrieve, chat):
        _filters(parser)
    for parser in (ask, chat):
        _model(parser)


def _collecting(commands: _Commands[argparse.ArgumentParser]) -> None:
    index = _command(commands, "index", "index", "Read articles into the store; only what changed is indexed again.")
    index.add_argument("paths", nargs="+", metavar="PATH")
    index.add_argument("--index", metavar="FILE", help="the store (default: one for each collection)")
    index.add_argument("--watch", action="store_true", help="keep following the paths until stopped")
    index.add_argument("--fetch", action="store_true", default=None, help="allow PATH to be a URL of a page or feed")
    index.add_argument("--json", action="store_true", help="print the report as JSON")
    articles = _command(commands, "articles", "articles", "List the articles of a collection.")
    articles.add_argument("--json", action="store_true", help="print JSON and nothing else")
    _collection(articles)
    cite = _command(commands, "cite", "cite", "Show a cited paragraph, and whether it still says what was cited.")
    cite.add_argument("ref", help="the paragraph, such as vns-asean#2")
    cite.add_argument("hash", nargs="?", help="the citation's hash: 32 hexadecimal digits")
    cite.add_argument("--json", action="store_true", help="print JSON and nothing else")
    _collection(cite)
    remove = _command(commands, "remove", "articles", "Remove an article from the store.")
    remove.set_defaults(function="remove")
    remove.add_argument("id", help="the article's id, as `trich articles` shows it")
    _collection(remove)


def _evaluating(commands: _Commands[argparse.ArgumentParser]) -> None:
    # Without prefix characters every word, `--help` too, is left to the forms of the harness.
    evaluate = _command(
        commands, "eval", "evaluate", "Run the evaluation harness; `trich eval --help` tells its forms.",
        prefix_chars="\0", add_help=False,
    )  # fmt: skip
    evaluate.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...", help="DATASET, or compare, gate, score")
    feedback = _command(commands, "feedback", "feedback", "List the feedback that readers gave in the chat.")
    feedback.add_argument("--json", action="store_true", help="print JSON Lines")
    feedback.add_argument("--as-dataset", action="store_true", help="print rows for `trich eval`")


def _serving(commands: _Commands[argparse.ArgumentParser]) -> None:
    serve = _command(commands, "serve", "serve", "Start the web chat and the HTTP API.")
    serve.add_argument("--host", metavar="H", help="address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", type=int, metavar="P", help="port (default 7860)")
    mcp = _command(
        commands, "mcp", "mcp", "Serve the bot's tools to other programs by the Model Context Protocol, on stdin."
    )
    _model(mcp)
    for parser in (serve, mcp):
        _collection(parser)
