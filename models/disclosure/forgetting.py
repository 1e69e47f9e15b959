"""Forgets every fact that was looked for: what is kept ready for speed holds their words."""

from models.disclosure import common, folding, forms, matching, near, passages


def forget_facts() -> None:
    """Let go of the words of every fact and passage that was looked for, and of what was read."""
    matching.finder.cache_clear()
    forms.forms_of.cache_clear()
    folding.fold_word.cache_clear()
    folding.plain.cache_clear()
    common.is_word.cache_clear()
    near.forget()
    passages.forget()
