"""What the law and the guidance say, as data and as small functions with no clock."""
