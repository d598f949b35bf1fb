"""The made-up programme: always the same, without a fault, invented, and of the size that was set."""
