"""What the policies of each table ask, by digest: as installing makes them everywhere."""

from typing import Final

# A change of a policy in a step changes its line here; a test compares both.
POLICY_DIGESTS: Final = {
    "access": "b43d7783362127f172d98b353ba4b149",
    "authority": "661ee923173161bae852cc4dac5c8cdd",
    "batch": "009439890266d0e40b5da89ca14c28b4",
    "change": "7ca6558c8c31408f3f793ae93dbd9b68",
    "child_case": "987c9ee69ed52b8a9831ea35a12b1e4a",
    "clock": "85259a0c03649722795b774f67b4ed01",
    "device": "a6f1a77241aa9ac3ae6af42dbe8c3e80",
    "held": "f9ba32d944e5721d8e63c672377f5031",
    "held_settled": "85259a0c03649722795b774f67b4ed01",
    "link": "5ea5c6ba937310c460874ea5bc1b2031",
    "login": "def2b868462712c836c374e45c3dbecf",
    "opened": "832c843d7bf6c623c5ca0edbab4c174c",
    "parked": "009439890266d0e40b5da89ca14c28b4",
    "part": "60a3357a2da81a1f5df4573fbdf492b2",
    "person": "661ee923173161bae852cc4dac5c8cdd",
    "registry": "b968f87cb7dffc006b511923fefbbaf8",
    "row": "60a3357a2da81a1f5df4573fbdf492b2",
    "step": "b968f87cb7dffc006b511923fefbbaf8",
}
