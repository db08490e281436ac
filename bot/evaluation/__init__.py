"""The evaluation harness: cases -> run -> metrics -> report -> comparison. It uses the bot as any program would."""
