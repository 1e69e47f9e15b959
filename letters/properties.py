"""What a file says of itself before it is opened: its kind and the service, never a person."""

from typing import NamedTuple, Protocol

from letters.wording import wording
from models.document_kind import DocumentKind
from models.problems import N_

_TITLES = {
    DocumentKind.LETTER: N_("A letter about a review"),
    DocumentKind.OTHER_LETTER: N_("A letter"),
    DocumentKind.MINUTES: N_("Record of a review"),
    DocumentKind.DECISIONS: N_("Decisions of a review"),
}


class Properties(NamedTuple):
    """The title and the author in the properties of a file, in plain words."""

    title: str
    author: str


class Document(Protocol):
    """What every composed document has."""

    @property
    def kind(self) -> str:
        """A DocumentKind."""
        ...

    @property
    def language(self) -> str:
        """The tag of its language."""
        ...

    @property
    def council(self) -> str:
        """The council's name."""
        ...

    @property
    def service(self) -> str:
        """The name of the council's service, or nothing."""
        ...


def properties_of(document: Document) -> Properties:
    """The properties of a document's file: no name of a child, a reader or a writer.

    The author is the council's service, or the council.
    """
    title = _TITLES.get(DocumentKind(document.kind), _TITLES[DocumentKind.OTHER_LETTER])
    author = document.service.strip() or document.council.strip()
    return Properties(wording(document.language).say(title), author)
