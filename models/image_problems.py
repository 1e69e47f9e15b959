"""Why a picture that somebody brings is not taken, said so that they can bring another."""

from models.problems import N_, Problem


class PictureRefused(Problem):
    """A picture that cannot be taken; nothing was changed."""

    what = N_("This picture cannot be used.")
    kept = N_("Nothing has been changed.")
    next = N_("Save it again as PNG or JPEG, then bring that.")


class CannotReadPicture(PictureRefused):
    """The file is not there, may not be read, or is no ordinary file."""

    what = N_("The file could not be read.")
    next = N_("Look whether it is still there and may be opened, then try again.")


class NotAFile(PictureRefused):
    """A folder, a link to another place, or something else that is not an ordinary file."""

    what = N_("That is a folder or a link, and not the picture itself.")
    next = N_("Bring the file of the picture.")


class EmptyFile(PictureRefused):
    """There is nothing in the file."""

    what = N_("The file is empty.")
    next = N_("Bring the picture again from where it came from.")


class NotAPicture(PictureRefused):
    """Its content is none of the three kinds that are taken, whatever its name says."""

    what = N_("This is not a PNG, JPEG or SVG picture.")


class FileTooLarge(PictureRefused):
    """More bytes than a picture for a letter can need."""

    what = N_("The file is larger than {most} MB.")
    next = N_("Save it smaller, then bring that.")


class TooManyPixels(PictureRefused):
    """So many pixels that drawing it could take all of the memory."""

    what = N_("The picture is larger than {most} million pixels.")
    next = N_("Save it smaller, then bring that.")


class BrokenPicture(PictureRefused):
    """It begins like a picture and cannot be drawn to its end."""

    what = N_("The picture is damaged and cannot be drawn.")
    next = N_("Bring the picture again from where it came from.")


class OddShape(PictureRefused):
    """So long and thin that it cannot stand on a page."""

    what = N_("The picture is more than ten times as long as it is wide.")
    next = N_("Cut it to what matters, then bring that.")


class NothingToSee(PictureRefused):
    """One colour from edge to edge, or wholly see-through."""

    what = N_("There is nothing to be seen in this picture.")
    next = N_("Bring another picture.")


class UnsafeDrawing(PictureRefused):
    """An SVG with a script, with an address outside of itself, or with entities."""

    what = N_("This SVG has more in it than a drawing: a script, a link or a declaration.")
    next = N_("Save it as PNG, then bring that.")


class MoreThanADrawing(PictureRefused):
    """An SVG with text, photographs, masks or other things that are not drawn here."""

    what = N_("This SVG has text, a photograph or effects in it that cannot be drawn here.")
    next = N_("Save it as PNG, then bring that.")
