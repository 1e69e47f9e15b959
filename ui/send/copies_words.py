"""What is said about readers and their copies, in whole sentences."""

from collections.abc import Sequence
from typing import Final

from letters.disclosure.hit import Hit
from models.copy_of_sheet import Cut
from models.document_kind import DocumentKind
from models.people import ROLE_WORDS, Role
from models.protected import FACT_KIND_WORDS, FactKind
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.sending_steps import SENDING_WAY_WORDS, SendingWay
from ui.language import N_, _, ngettext

SHORT: Final = 40
KINDS: Final = (DocumentKind.LETTER, DocumentKind.DECISIONS, DocumentKind.MINUTES)
KIND_WORDS: Final = {
    DocumentKind.LETTER: N_("Letter"),
    DocumentKind.DECISIONS: N_("Decisions"),
    DocumentKind.MINUTES: N_("Record"),
}
_LEFT_OUT: Final = {
    "": N_("Left out: restricted"),
    "R1": N_("Left out: about the carer’s home or family"),
    "R2": N_("Left out: where {name} lives or goes"),
    "R3": N_("Left out: about the adopters"),
    "R4": N_("Left out: a parent’s own matters"),
    "R5": N_("Left out: about another child"),
    "R6": N_("Left out: who told, or what the police know"),
    "R7": N_("Left out: about a carer or a worker"),
    "R8": N_("Left out: a family address that is kept secret"),
    "R9": N_("Left out: said in private"),
    "R10": N_("Left out: legal advice"),
    "R11": N_("Left out: about immigration"),
    "R12": N_("Left out: health detail"),
}
_MUST_NOT: Final = {
    FactKind.ADDRESS: N_("{reader} must not know this address."),
    FactKind.PHONE: N_("{reader} must not know this phone number."),
    FactKind.EMAIL: N_("{reader} must not know this e-mail address."),
    FactKind.SCHOOL: N_("{reader} must not know of this school or club."),
    FactKind.NAME: N_("{reader} must not know this name."),
    FactKind.PLACE: N_("{reader} must not know this place."),
    FactKind.REFUGE: N_("{reader} must not know of this family in refuge."),
    FactKind.OTHER: N_("{reader} must not know this."),
    "restricted": N_("This is restricted, and left out for {reader}."),
    "other_child": N_("This is the name of another child."),
    "window": N_("This would show in the window of the envelope."),
}


def who_words(reader: Reader, child: str) -> str:
    """Say who somebody is: "Delia Oakapple, mother"; the child as they are called."""
    if reader.is_child:
        return child
    if reader.is_file:
        return _("File copy, {service}").format(service=reader.name)
    return _("{name}, {role}").format(name=reader.name, role=_what_they_are(reader))


def _what_they_are(reader: Reader) -> str:
    """What somebody is, small as within a sentence."""
    person = reader.person
    if person is None:
        return ""
    if 0 < len(person.what_they_are) <= SHORT:
        return person.what_they_are
    words = _(ROLE_WORDS.get(Role(person.role), ROLE_WORDS[Role.OTHER]))
    return words[:1].lower() + words[1:]


def short_name(reader: Reader, child: str) -> str:
    """The name by which a sentence speaks of somebody."""
    if reader.is_file:
        return _("the file")
    return child if reader.is_child else reader.name.split(" ")[0] or reader.name


def detail_words(reader: Reader, kinds: tuple[str, ...], left_out: int) -> str:
    """Say in one line what somebody gets, how much is left out, and how it goes to them."""
    if not kinds:
        return nothing_words(reader)
    papers = _listed([_(KIND_WORDS[DocumentKind(kind)]) for kind in kinds])
    way = _(SENDING_WAY_WORDS[SendingWay(reader.way)]) if reader.way else _("No way chosen")
    if not left_out:
        return _("{papers}. {way}").format(papers=papers, way=way)
    said = ngettext(
        "{papers}, {count} part left out. {way}",
        "{papers}, {count} parts left out. {way}",
        left_out,
    )
    return said.format(papers=papers, count=left_out, way=way)


def nothing_words(reader: Reader) -> str:
    """Say why somebody gets nothing."""
    asks = any(reader.share(kind) == "ask" for kind in KINDS)
    if asks and reader.rule.asks:
        return _("Nothing yet: say who agreed. Asked of: {who}.").format(who=_(reader.rule.asks))
    return _("Gets nothing")


def cut_words(cut: Cut, sheet: ReviewSheet) -> str:
    """Say of a dashed box what kind of words are left out, never the words."""
    if cut.by_hand:
        return _("Left out by you")
    fact = next((each for each in sheet.protected if each.id == cut.fact_id), None)
    if fact is not None and not cut.why_tag:
        kind = _(FACT_KIND_WORDS[FactKind(fact.kind)])
        return _("Left out: {kind}").format(kind=kind[:1].lower() + kind[1:])
    return _(_LEFT_OUT.get(cut.why_tag, _LEFT_OUT[""])).format(name=sheet.child.called)


def hit_words(hit: Hit, reader: Reader, child: str) -> tuple[str, str]:
    """Say what was found, and why it matters for this reader."""
    title = _("“{words}” is still in this copy").format(words=hit.found)
    if hit.how not in ("exact", ""):
        title = _("“{words}” may still be in this copy").format(words=hit.found)
    why = _(_MUST_NOT.get(hit.kind, _MUST_NOT[FactKind.OTHER]))
    why = why.format(reader=short_name(reader, child))
    if hit.page:
        why = _("{why} Page {page}.").format(why=why, page=hit.page)
    elif hit.where:
        why = _("{why} It is not on a page, but in: {where}.").format(why=why, where=_(hit.where))
    return title, why


def to_do_words(hits: int, unseen: int) -> str:
    """Say what is still to be done with somebody's copies, or nothing."""
    if hits:
        return ngettext(
            "{count} thing to check", "{count} things to check", hits
        ).format(count=hits)  # fmt: skip
    return _("To look at") if unseen else ""


def release_words(which: Sequence[str], count: int) -> str:
    """Say on the button what is released: papers of one kind by their name, else copies."""
    kind = which[0] if len(set(which)) == 1 else ""
    said = {
        DocumentKind.LETTER: ngettext("Release {count} letter", "Release {count} letters", count),
        DocumentKind.DECISIONS: ngettext(
            "Release {count} decisions sheet", "Release {count} decisions sheets", count
        ),
        DocumentKind.MINUTES: ngettext("Release {count} record", "Release {count} records", count),
    }
    usual = ngettext("Release {count} copy", "Release {count} copies", count)
    words = said[DocumentKind(kind)] if kind else usual
    return words.format(count=count)


def papers_words(which: Sequence[str]) -> str:
    """Say how many of each paper there are."""
    said = []
    for kind in KINDS:
        count = sum(each == kind for each in which)
        words = {
            DocumentKind.LETTER: ngettext("{count} letter", "{count} letters", count),
            DocumentKind.DECISIONS: ngettext(
                "{count} decisions sheet", "{count} decisions sheets", count
            ),
            DocumentKind.MINUTES: ngettext("{count} record", "{count} records", count),
        }
        if count:
            said.append(words[kind].format(count=count))
    return _listed(said)


def _listed(words: list[str]) -> str:
    """Join names of papers: the first as it is, the others small."""
    if len(words) < 2:
        return "".join(words)
    rest = [each[:1].lower() + each[1:] for each in words[1:]]
    first = ", ".join([words[0], *rest[:-1]])
    return _("{these} and {last}").format(these=first, last=rest[-1])
