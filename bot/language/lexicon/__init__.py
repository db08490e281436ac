"""Words and set phrases that stand for others: in the other language, for the same, for the opposite."""
