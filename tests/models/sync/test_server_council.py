"""What an administrator sets for a council takes hold at once, and stands in the chain."""

from models.sync.server_check import check
from models.sync.server_council import CouncilSettings, set_council
from tests.models.sync.server.handing_in import HandingIn
from tests.shared_council import SharedCouncil


def test_business_support_reads_no_more_and_then_again(council: SharedCouncil) -> None:
    council.person("ruth")
    council.person("sue", "business_support")
    ruth, support = HandingIn(council, "ruth"), HandingIn(council, "sue")
    case = ruth.child()
    assert [each[0] for each in support.hello()["cases"]] == [case]
    set_council(council.admin, council.authority_id, support_reads=False)
    assert support.hello()["cases"] == []
    later = ruth.child()
    assert {each[0] for each in ruth.hello()["cases"]} == {case, later}
    assert support.hello()["cases"] == []
    set_council(council.admin, council.authority_id, support_reads=True)
    assert {each[0] for each in support.hello()["cases"]} == {case, later}
    assert check(council.admin) == []


def test_what_is_set_stands_in_the_chain_and_in_the_next_greeting(council: SharedCouncil) -> None:
    council.person("ruth")
    stands = set_council(council.admin, council.authority_id, lease_days=3)
    assert stands == CouncilSettings(3, True)
    assert HandingIn(council, "ruth").hello()["lease_days"] == 3
    patch = council.one("SELECT patch FROM waymark.change WHERE table_name = '_council'")
    assert patch["lease_days"] == [14, 3]
    set_council(council.admin, council.authority_id, lease_days=3)
    assert council.one("SELECT count(*) FROM waymark.change WHERE table_name = '_council'") == 1
