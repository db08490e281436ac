"""What hasty typing changes, and what it was meant for: marks left out, letters mistyped."""
