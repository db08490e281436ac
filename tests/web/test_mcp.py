"""`trich mcp`, spoken to by the package's own client over stdin and stdout."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "Who welcomed the delegation?"
installed = pytest.mark.skipif(
    importlib.util.find_spec("mcp") is None, reason='the package mcp is not installed: pip install "trich[mcp]"'
)


def spoken(talk: Callable[[Any], Awaitable[Any]], home: Path) -> Any:
    """What `talk` makes of a session with a server in a process of its own, over the seeds."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def session() -> Any:
        process = StdioServerParameters(
            command=sys.executable, args=["-m", "bot", "mcp"], cwd=ROOT, env={"TRICH_HOME": str(home)}
        )
        async with stdio_client(process) as streams, ClientSession(*streams) as client:
            await client.initialize()
            return await talk(client)

    with ThreadPoolExecutor(1) as thread:  # a browser test may have left a loop running in this one
        return thread.submit(lambda: asyncio.run(session())).result()


@installed
def test_its_tools_answer_as_the_command_line_does(tmp_path: Path) -> None:
    async def talk(client: Any) -> list[Any]:
        listed = (await client.list_tools()).tools
        first = (await client.call_tool("ask", {"question": QUESTION})).structured_content
        then = await client.call_tool("ask", {"question": "Where did they welcome it?", "history": [first]})
        ranked = (await client.call_tool("retrieve", {"question": QUESTION, "limit": 2})).structured_content
        whole = await client.call_tool("article", {"id": first["citations"][0]["article"]})
        return [listed, first, then.structured_content, ranked, whole.structured_content]

    listed, first, then, ranked, whole = spoken(talk, tmp_path)
    assert [t.name for t in listed] == ["ask", "retrieve", "article"]
    assert all(t.description for t in listed)
    assert listed[0].input_schema["required"] == ["question"]
    cited = first["citations"][0]
    assert (first["schema"], first["outcome"]) == (1, "answered")
    assert "Kao Kim Hourn" in first["answer"]
    assert then["standalone_question"] != then["question"]
    assert (ranked["schema"], len(ranked["passages"])) == (1, 2)
    assert cited["text"] in [p["text"] for p in whole["paragraphs"] if p["number"] == cited["paragraph"]]


@installed
def test_what_goes_wrong_is_told_in_a_sentence(tmp_path: Path) -> None:
    calls: list[tuple[str, dict[str, Any], str]] = [
        ("ask", {"question": " "}, "empty"),
        ("ask", {"question": QUESTION, "history": [{"question": 3}]}, "Row 1 of the history"),
        ("retrieve", {"question": QUESTION, "limit": 0}, "between 1 and 100"),
        ("article", {"id": "none"}, "There is no article 'none'."),
    ]

    async def talk(client: Any) -> list[Any]:
        return [await client.call_tool(name, arguments) for name, arguments, _ in calls]

    for (_, _, sentence), result in zip(calls, spoken(talk, tmp_path), strict=True):
        assert result.is_error
        assert sentence in result.content[0].text


def test_without_its_package_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    assert main(["mcp"]) == 1
    assert capsys.readouterr().err == 'trich: `trich mcp` takes one more package: pip install "trich[mcp]".\n'
