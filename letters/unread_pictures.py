"""Pictures in a paper whose words no check reads: what a child drew, and what was brought."""

from letters.decisions_sheet import DecisionsSheet
from letters.letter import Letter
from letters.minutes_form import Minutes


def holds_unread_pictures(document: Letter | Minutes | DecisionsSheet) -> bool:
    """Whether a drawing, a scan or a picture that somebody brought stands in it."""
    if any(each.art is not None and each.art.png for each in document.every_paragraph()):
        return True
    return isinstance(document, Letter) and _holds_brought(document)


def _holds_brought(letter: Letter) -> bool:
    """Whether one of the council's or the child's own pictures stands in a letter."""
    own = letter.setting.own_pictures
    if not own or not letter.setting.with_pictures:
        return False
    used = {block.picture for block in letter.blocks}
    used |= {row.picture for block in letter.blocks for row in block.rows}
    used |= {each.picture for each in letter.every_paragraph()}
    return not used.isdisjoint(own)
