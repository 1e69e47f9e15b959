"""The mark `@override` for methods that Qt calls, without the 25 ms that its library costs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

__all__ = ["override"]

Method = TypeVar("Method", bound=Callable[..., object])

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: Method) -> Method:
        """Mark a method that takes the place of one of Qt's."""
        return method
