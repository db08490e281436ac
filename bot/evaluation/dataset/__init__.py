"""What is asked: cases with their gold, the articles they are asked over, and variants of both."""
