"""Imports gradio once, without its rewriting of type stubs.

On every import gradio parses the source of its 81 components to regenerate `.pyi` files in site-packages: a third of
the import's time, and a write to the installation. There is no switch for it, so the function is replaced while it loads.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

_MODULE = "gradio.component_meta"


class _Quiet(Loader):
    """Loads the module as its own loader does, then replaces the stub writer."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """As the wrapped loader does."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Loads the module and takes out of it what writes files beside its source."""
        self._loader.exec_module(module)
        if hasattr(module, "create_or_modify_pyi"):
            setattr(module, "create_or_modify_pyi", lambda *_: None)  # noqa: B010 (the module is not typed)


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of the one module that is to be loaded quietly; None for all others."""
        spec = PathFinder.find_spec(fullname, path) if fullname == _MODULE else None
        if spec and spec.loader:
            spec.loader = _Quiet(spec.loader)
        return spec


def gradio() -> ModuleType:
    """The gradio package."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        return importlib.import_module("gradio")
    finally:
        sys.meta_path.remove(finder)
