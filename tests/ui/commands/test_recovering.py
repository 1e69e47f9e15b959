"""A steward brings a restored shared database up to date again, and reads how it stands."""

import re

import pytest

from tests.ui.commands.conftest import Terminal

LAPTOP = "019a0000-0000-7000-8000-00000000d001"


def test_a_restored_database_is_brought_up_to_date_in_stages(council: Terminal) -> None:
    steward = council.add("ada", "steward")
    for stage, code, sentence in (
        ("replay", 1, "is not recovering"),
        ("status", 0, "everybody can share"),
        ("begin", 0, "laptops bring back"),
        ("status", 0, "Nothing is missing"),
        ("replay", 0, "0 batches were taken"),
        ("close", 0, "everybody can share"),
    ):
        found = council.do("recover", stage, url=steward)
        assert (found[0], sentence in found[1]) == (code, True), (stage, found)


def test_what_nobody_brought_back_is_said_and_given_up_only_when_told(
    council: Terminal,
) -> None:
    steward = council.add("ada", "steward")
    assert council.do("recover", "begin", url=steward)[0] == 0
    council.admin.execute(
        "INSERT INTO waymark.device (authority_id, device_id, person_id, laptop, told_seq)"
        " SELECT authority_id, %s, person_id, 'WYR-0412', 40 FROM waymark.login",
        (LAPTOP,),
    )
    council.admin.execute(  # what one person's laptop alone says is not waited for
        "INSERT INTO waymark.device (authority_id, device_id, person_id, told_seq)"
        " SELECT authority_id, gen_random_uuid(), gen_random_uuid(), 41 FROM waymark.login"
    )
    code, said = council.do("recover", "status", url=steward)
    assert "a laptop has told of change 40" in said
    assert re.search(r"Not brought back yet: \d+ to 40\.", said)
    assert "an administrator's own acts since the backup" in said
    assert "Laptop WYR-0412: last heard of" in said
    code, said = council.do("recover", "close", url=steward)
    assert (code, "--close-with-gaps" in said) == (1, True)
    code, said = council.do("recover", "close", "--close-with-gaps", url=steward)
    assert (code, "everybody can share" in said) == (0, True)


@pytest.mark.parametrize("role", ["manager", "iro", None])
def test_only_a_steward_recovers(council: Terminal, role: str | None) -> None:
    url = council.add("ruth", role) if role else council.url
    code, said = council.do("recover", "begin", url=url)
    assert (code, "Only a steward" in said) == (1, True)
