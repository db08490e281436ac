"""The commands of `trich`, one noun a file. Each takes the parsed arguments and returns the exit status."""
