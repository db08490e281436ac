"""The answer that a model writes: its prompt, its stream as sentences, and where each stands in the text."""
