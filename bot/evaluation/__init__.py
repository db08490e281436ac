"""The evaluation harness: cases -> run -> metrics -> report -> comparison. It uses the bot as any program would.

Reading order: dataset, run, metrics, report; then comparison and gate, which hold one run against another, and options.
"""
