"""The inverted index: BM25 over terms that were analysed elsewhere; derived from the store. The only home of tantivy."""

from bot.retrieval.inverted.index import Inverted, Row
from bot.retrieval.inverted.query import Frequencies
from bot.retrieval.terms.weighted import BestOf, Field, Filterable, Part, SumOf, WeightedTerm

__all__ = ["BestOf", "Field", "Filterable", "Frequencies", "Inverted", "Part", "Row", "SumOf", "WeightedTerm"]
