"""One file or address -> a Reading; the files of a folder, some read ahead."""
