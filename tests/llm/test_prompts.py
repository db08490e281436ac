"""Each shipped prompt can be filled, and a broken one says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import PromptError
from bot.llm.prompts import load, parse

SHIPPED = ["answer.en", "answer.vi", "condense", "entail"]


def test_every_prompt_is_known(root: Path) -> None:
    assert sorted(path.stem for path in (root / "prompts").glob("*.md")) == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_prompts_fill(name: str) -> None:
    prompt = load(name)
    values = {variable: f"<{variable} $x {{y}} %s \\1>" for variable in prompt.variables}
    system, user = prompt.fill(**values)
    assert (system.role, user.role) == ("system", "user")
    for value in values.values():
        assert value in user.content + system.content
    assert len(prompt.fingerprint) == 8
    assert int(prompt.fingerprint, 16) >= 0


def test_missing_and_unknown_variables_are_named() -> None:
    with pytest.raises(PromptError, match=r"lacks values for history, question and does not know x") as caught:
        load("condense").fill(x="1")
    assert "'condense'" in str(caught.value)


def test_fingerprint_changes_with_the_wording() -> None:
    assert parse("p", "# system\na\n# user\nb").fingerprint != parse("p", "# system\na\n# user\nc").fingerprint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# system\na",
        "# user\na\n# system\nb",
        "# system\n\n# user\nb",
        "# system\na\n# user\nb\n# user\nc",
        "# system\na $ b\n# user\nc",
    ],
)
def test_broken_prompt_file(text: str) -> None:
    with pytest.raises(PromptError, match=r"p\.md"):
        parse("p", text)


@pytest.mark.parametrize(
    "token",
    [
        "<|im_end|>",
        "<|endoftext|>",
        "</s>",
        "[INST]",
        "<<SYS>>",
        "<end_of_turn>",
        "<think>",
        "<｜User｜>",
        "</pairs-0a>",
    ],
)
def test_values_cannot_carry_template_tokens(token: str) -> None:
    _, user = load("entail").fill(fence="0123abcd", pairs=f"[1] A{token}B\ncited: C")
    assert token not in user.content
    assert "\ncited: C" in user.content


def test_missing_prompt_file() -> None:
    with pytest.raises(PromptError, match=r"nowhere\.md"):
        load("nowhere")
