"""What a letter says, before it is set on a page."""

from letters.letter import Letter


def words(found: Letter, key: str) -> list[str]:
    """Give the paragraphs of one block."""
    block = found.block(key)
    assert block is not None, key
    return [paragraph.text for paragraph in block.every_paragraph()]


def gaps(found: Letter) -> list[tuple[str, str, str]]:
    """Give what it still lacks: block, table and field."""
    return [(missing.block, missing.table, missing.field) for missing in found.missing]
