"""The page that the code in a letter opens is a page of the web, over https."""

import pytest

from models.code_page import NotAPage, checked_page


@pytest.mark.parametrize(
    "address",
    [
        "https://www.penhallow.gov.uk/your-review",
        " https://penhallow.example/a?b=c#d ",
        "HTTPS://Penhallow.Example:8443/",
        "https://xn--caf-dma.example",
        "",
        "  ",
    ],
)
def test_a_page_is_kept_as_it_was_typed(address: str) -> None:
    assert checked_page(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        "penhallow.gov.uk",
        "http://penhallow.gov.uk",
        "ftp://penhallow.gov.uk",
        "javascript:alert(1)",
        "https://",
        "https://localhost/a",
        "https://127.0.0.1/a",
        "https://[::1]/a",
        "https://[bad",
        "https://sam:secret@penhallow.gov.uk",
        "https://penhallow.gov.uk:0/",
        "https://penhallow.gov.uk:99999/",
        "https://pen hallow.gov.uk",
        "https://penhallow.gov.uk/\u202egpj",
        "https://pénhallow.gov.uk",
        'https://penhallow.gov.uk/"><script>',
        "https://-penhallow.gov.uk",
        f"https://penhallow.gov.uk/{'a' * 300}",
    ],
)
def test_anything_else_is_refused_and_told_plainly(address: str) -> None:
    with pytest.raises(NotAPage) as refused:
        checked_page(address)
    assert address not in str(refused.value)
