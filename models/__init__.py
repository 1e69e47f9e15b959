"""What the service knows and keeps: children, reviews, decisions, documents."""
