"""Quality and speed against peers, side by side in one run. Each module is one benchmark, or what several of them share."""
