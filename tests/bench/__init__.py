"""What the dashboard costs: time to start, to paint and to answer, bytes and memory. ``make bench`` runs it."""
