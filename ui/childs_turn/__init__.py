"""The child's turn: a full screen for the child alone, and what they make there."""
