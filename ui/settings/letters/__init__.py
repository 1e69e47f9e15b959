"""The council's letters for other moments: seen, changed, handed on as files."""
