"""Which face sets each character."""

from letters.engine import family
from letters.engine.fallback import choose_faces, clusters

FACES = family("Atkinson Hyperlegible Next").faces(bold=False)


def chosen(text: str) -> list[tuple[str, str]]:
    return [
        (text[choice.start : choice.end], choice.face.path.stem.partition("-")[0])
        for choice in choose_faces(text, FACES)
    ]


def test_each_script_is_set_in_the_first_face_that_has_it() -> None:
    assert chosen("Kit Ж সামি") == [
        ("Kit ", "AtkinsonHyperlegibleNext"),
        ("Ж ", "Andika"),
        ("সামি", "NotoSansBengali"),
    ]


def test_an_emoji_with_a_skin_tone_stays_whole() -> None:
    assert chosen("ok 👍🏽!")[1] == ("👍🏽", "NotoEmoji")


def test_a_family_of_emoji_joined_into_one_stays_whole() -> None:
    assert clusters("👨\u200d👩\u200d👧x") == [(0, 5), (5, 6)]


def test_a_letter_and_its_accent_share_a_face() -> None:
    assert chosen("e\u0323x")[0] == ("e\u0323", "Andika")


def test_a_comma_after_a_name_stays_in_the_face_of_the_name() -> None:
    assert chosen("Дара, yes") == [("Дара, ", "Andika"), ("yes", "AtkinsonHyperlegibleNext")]


def test_a_character_that_no_face_has_is_marked() -> None:
    choices = choose_faces("a\ue123\ue124b", FACES)
    assert [choice.is_marked for choice in choices] == [False, True, True, False]
    assert all("\ufffd" in choice.face.covered for choice in choices if choice.is_marked)


def test_an_invisible_joiner_alone_needs_no_mark() -> None:
    assert [choice.is_marked for choice in choose_faces("\u200d", FACES)] == [False]


def test_an_accent_that_only_another_face_has_leaves_its_letter_where_it_was() -> None:
    choices = choose_faces("a\u09c7", FACES[:1])
    assert [choice.is_marked for choice in choices] == [False]
