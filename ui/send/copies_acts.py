"""What the chair does with one reader's copy: each act is one change of the record."""

from collections.abc import Sequence

from letters.disclosure.hit import Hit
from models.copy_of_sheet import Cut
from models.disclosure.matching import OTHER_CHILD
from models.disclosure.tags import tags_of
from models.leaving_out import would_go
from models.open_review import OpenReview
from models.protecting import set_kinds
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.settling_readers import Place, answer_hit, keep_in, leave_out, take_back_change
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.send.copies_hits import HitShown
from ui.send.copies_settled import Settled
from ui.send.copies_standing import CopyStanding
from ui.send.copies_words import short_name

_OF_OTHERS = "R5"


def leave_out_hit(meeting: Meeting, shown: HitShown) -> bool:
    """Leave the sentence of a find out of this reader's copies."""
    stands, reader = shown.stands, shown.reader
    if stands is None:
        return False
    return _left_out(meeting, reader, stands.place, stands.words)


def leave_words_out(meeting: Meeting, shown: CopyStanding, place: Place, words: str) -> bool:
    """Leave chosen words out of this reader's copies; nothing where the copy would not change."""
    if not would_go(meeting.sheet, shown.reader, shown.kind, place, words):
        return False
    return _left_out(meeting, shown.reader, place, words)


def _left_out(meeting: Meeting, reader: Reader, place: Place, words: str) -> bool:
    made: list[str] = []

    def act(review: OpenReview) -> None:
        made.append(leave_out(review, reader.key, place, words))

    if not meeting.act(act):
        return False
    words = _("It is left out of the copies for {who}.").format(
        who=short_name(reader, meeting.name)
    )
    meeting.offer_undo(
        words, lambda: meeting.act(lambda review: take_back_change(review, made[0]))
    )
    return True


def let_hit_stand(meeting: Meeting, shown: HitShown, kind: str, why: str) -> bool:
    """Keep why a find may go to this reader."""
    key = shown.reader.key

    def act(review: OpenReview) -> None:
        for hit in dict.fromkeys(each.key for each in shown.hits):
            answer_hit(review, key, kind, hit, why)

    return meeting.act(act)


def restrict_hit(meeting: Meeting, shown: HitShown) -> bool:
    """Restrict the words of a find: every reader whose copies leave its kind out loses them."""
    stands = shown.stands
    if stands is None:
        return False
    return meeting.act(lambda review: set_kinds(review, stands.place, shown.kinds))


def kinds_of_hit(sheet: ReviewSheet, hit: Hit) -> tuple[str, ...]:
    """The kinds of restriction that what was found has; none where nobody said from whom."""
    key = hit.secret_key
    fact = next((each for each in sheet.protected if each.id == key), None)
    if fact is not None and fact.tag:
        return (fact.tag,)
    for person in sheet.people:
        if key.startswith(f"person/{person.id}/"):
            return tuple(dict.fromkeys((*person.restriction_kinds, *person.address_kinds)))
    if hit.kind == OTHER_CHILD:
        return (_OF_OTHERS,)
    table, _slash, place = key.partition("/")
    row_id, _slash, field = place.partition("/")
    return tuple(sorted(tags_of(sheet, table, row_id, field) or ()))


def put_back(meeting: Meeting, reader_key: str, cut: Cut) -> bool:
    """Put back what the chair left out by hand."""
    ids = changes_for(meeting.sheet, reader_key, cut)
    if not ids:
        return False

    def act(review: OpenReview) -> None:
        for each in ids:
            take_back_change(review, each)

    return meeting.act(act)


def changes_for(sheet: ReviewSheet, reader_key: str, cut: Cut) -> Sequence[str]:
    """The changes by hand that left something out."""
    return [
        each.id
        for each in sheet.copy_changes
        if each.leave_out
        and each.reader == reader_key
        and (each.of_table, each.row_id) == (cut.table, cut.row_id)
        and each.field in ("", cut.field)
        and (not each.words or not cut.words or _is_same(each.words, cut.words))
    ]


def keep_cut(meeting: Meeting, reader_key: str, cut: Cut, why: str) -> bool:
    """Let restricted words stand in this reader's copies, for a reason."""
    place = Place(cut.table, cut.row_id, cut.field)
    return meeting.act(lambda review: keep_in(review, reader_key, place, cut.words, why))


def take_back(meeting: Meeting, settled: Settled) -> None:
    """Take back what was let stand; it is asked for again, or left out again."""
    meeting.remove(settled.table, settled.row_id, _("It does not stand any more."))


def _is_same(one: str, other: str) -> bool:
    first, second = " ".join(one.split()).casefold(), " ".join(other.split()).casefold()
    return first in second or second in first
