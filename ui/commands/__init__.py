"""What Waymark does without a window: import a list, make the papers, play the demo."""
