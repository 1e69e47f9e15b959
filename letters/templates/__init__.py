"""Letters for moments other than a review: templates as data, read, checked and filled in."""
