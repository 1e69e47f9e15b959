"""Whether leaving something out by hand would change one reader's copy at all."""

from dataclasses import replace

from models.copy_of_sheet import sheet_for
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.sending_on_sheet import CopyChangeOnSheet
from models.settling_readers import Place


def would_go(sheet: ReviewSheet, reader: Reader, kind: str, place: Place, words: str = "") -> bool:
    """Whether these words, or all that stands there, would be gone from this reader's copy."""
    change = CopyChangeOnSheet(
        "wanted", reader.key, place.table, place.row_id, place.field, words, leave_out=True, why=""
    )
    now = sheet_for(sheet, reader, kind)
    then = sheet_for(
        replace(sheet, copy_changes=(*sheet.copy_changes, change)), reader, kind
    )  # fmt: skip
    return then.sheet != now.sheet
