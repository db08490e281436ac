"""The store (SQLite is the truth), the inverted index derived from it, and the ranking.

Reading order: storage, terms, inverted, scoring, relations, indexing; then retriever, the way of a question through them,
and llama, the bridge to LlamaIndex.
"""
