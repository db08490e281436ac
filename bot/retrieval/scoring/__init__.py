"""How well a paragraph fits a question: the words that it covers, the nearness of vectors, one ranking."""
