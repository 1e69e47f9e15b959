"""The e-mail draft: one recipient, nobody named, and nothing slipped into its head."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.out.mail import (
    Attachment,
    MailWords,
    NotOneAddress,
    NotOneLine,
    eml_draft,
    mail_words,
)
from letters.wording import wording

TO = "samir.oakenshaw@wrenshire.example"
WORDS = mail_words(wording(), "Children’s reviewing service", 2)
FILES = (
    Attachment("minutes-0192abcd-12ef-version-1.pdf", b"%PDF-1.7 \r\n\x00\xff pages"),
    Attachment("decisions-0192abcd-12ef-version-1.docx", b"PK\x03\x04"),
)


def opened(draft: bytes) -> EmailMessage:
    """Open a draft as a mail program does."""
    return message_from_bytes(draft, policy=default)


def test_a_draft_opens_with_its_words_and_its_files_as_they_were() -> None:
    found = opened(eml_draft(TO, WORDS, FILES))
    assert (found["To"], found["Subject"], found["X-Unsent"]) == (TO, WORDS.subject, "1")
    body = found.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == WORDS.body
    assert "Children’s reviewing service" in WORDS.body and "2 papers" in WORDS.body
    files = tuple(
        Attachment(str(each.get_filename()), each.get_content())
        for each in found.iter_attachments()
    )
    assert files == FILES
    assert not found.defects


def test_a_draft_may_be_words_alone() -> None:
    found = opened(eml_draft(TO, MailWords("From the service", "Words\n"), ()))
    assert found.get_content().strip() == "Words" and not list(found.iter_attachments())


def test_its_lines_end_as_mail_does_and_it_is_the_same_each_time() -> None:
    draft = eml_draft(TO, WORDS, FILES)
    assert b"\n" not in draft.replace(b"\r\n", b"")
    assert draft == eml_draft(TO, WORDS, FILES)
    assert all(len(line) < 999 for line in draft.split(b"\r\n"))


def test_its_head_tells_nothing_of_who_made_it_and_when() -> None:
    head = {name.lower() for name in opened(eml_draft(TO, WORDS, FILES))}
    assert head == {"to", "subject", "x-unsent", "mime-version", "content-type"}


@pytest.mark.parametrize(
    "to",
    [
        "a@b.example\r\nBcc: spy@else.example", "a@b.example\nSubject: x",
        "a@b.example, c@d.example", "a@b.example;c@d.example",
        "Jo <a@b.example>", "", "no address", "a@b", "a@@b.example",
        "a b@c.example", "a@b.example\x00", "a..b@c.example",
    ],
)  # fmt: skip
def test_what_is_not_one_address_is_refused_in_plain_words(to: str) -> None:
    with pytest.raises(NotOneAddress) as refused:
        eml_draft(to, WORDS, FILES)
    assert str(refused.value.next).startswith("Put one address there")


@pytest.mark.parametrize("subject", ["Papers\r\nBcc: spy@else.example", "Papers\x85X: y", " ", ""])
def test_a_subject_that_is_not_one_line_is_refused(subject: str) -> None:
    with pytest.raises(NotOneLine):
        eml_draft(TO, MailWords(subject, "Words"), FILES)


@pytest.mark.parametrize(
    "name", ["Sam Larkhollow.pdf", "minutes.exe", "../minutes.pdf", "a\n.pdf"]
)
def test_a_file_that_might_name_somebody_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="a name of ours"):
        eml_draft(TO, WORDS, (Attachment(name, b""),))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=40))
def test_whatever_is_typed_there_is_one_recipient_or_none(to: str, service: str) -> None:
    try:
        draft = eml_draft(f"x{to}@council.example", mail_words(wording(), service, 1), FILES)
    except (NotOneAddress, NotOneLine):
        return
    found = opened(draft)
    assert len(found["To"].addresses) == 1
    assert {name.lower() for name in found} == {
        "to", "subject", "x-unsent", "mime-version", "content-type",
    }  # fmt: skip
