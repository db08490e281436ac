"""What was asked and said: a run, the folder that keeps it, and what it took."""
