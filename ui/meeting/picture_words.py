"""What each picture of the letter is called on the screen."""

from ui.language import N_

PICTURE_WORDS = {
    "advocate": N_("Advocate"),
    "brothers-sisters": N_("Brothers and sisters"),
    "calendar": N_("Calendar"),
    "card": N_("Card"),
    "dog": N_("Dog"),
    "football": N_("Football"),
    "going-well": N_("Going well"),
    "growing-up": N_("Growing up"),
    "home": N_("Home"),
    "hope": N_("Hope"),
    "house": N_("House"),
    "life-story": N_("Life story"),
    "meeting": N_("Meeting"),
    "next": N_("What is next"),
    "number": N_("Number"),
    "phone": N_("Phone"),
    "quiet": N_("Quiet"),
    "reading": N_("Reading"),
    "say": N_("Saying what you think"),
    "shoe": N_("Shoe"),
    "sleep": N_("Sleep"),
    "visit": N_("Visit"),
    "worry": N_("Worry"),
}
