"""Imports gradio once, without the writing that it does for programmers.

On every import gradio parses the source of its 81 components to regenerate `.pyi` files in site-packages (a third of
the import's time, and a write to the installation) and fills the docstrings of their events from templates (a tenth).
There is no switch for either, so the two functions are replaced while their modules load.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec
from types import ModuleType
from typing import cast

_IDLE = {"gradio.component_meta": "create_or_modify_pyi", "gradio.events": "EventListener.set_doc"}
"""Modules of gradio, and what in them does nothing but write stubs or docstrings."""


_ASKED_FOR = "matplotlib"
"""What gradio tries to import around every event. Where it is not installed, None saves the search through all folders."""


class _Quiet(Loader):
    """Loads a module as its own loader does, then replaces its writer of stubs or docstrings."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """As the wrapped loader does."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Loads the module and takes out of it what nobody here reads."""
        self._loader.exec_module(module)
        holder, _, name = _IDLE[module.__name__].rpartition(".")
        home = getattr(module, holder, None) if holder else module
        if hasattr(home, name):
            setattr(home, name, lambda *_, **__: None)


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of a module that is to be loaded quietly; None for all others."""
        spec = PathFinder.find_spec(fullname, path) if fullname in _IDLE else None
        if spec and spec.loader:
            spec.loader = _Quiet(spec.loader)
        return spec


def gradio() -> ModuleType:
    """The gradio package."""
    if find_spec(_ASKED_FOR) is None:
        sys.modules[_ASKED_FOR] = cast(ModuleType, None)
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        return importlib.import_module("gradio")
    finally:
        sys.meta_path.remove(finder)
