"""A chat model behind one deadline and one error type: prompts, budget, the openai SDK, and a scripted fake."""
