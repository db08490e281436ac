"""What a question asks for, read once: its kind, its weighted words, and what they may else be called."""
