"""From what was said to figures: a score a question, means with their intervals, the judge."""
