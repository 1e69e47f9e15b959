"""From records to paper: the child's letter, the minutes and the pages they are set on."""
