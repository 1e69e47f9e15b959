"""Short forms of given names: how Tobias or Elizabeth is called by those who know them."""

from collections.abc import Iterator
from functools import cache

from models.disclosure.folding import plain

_TABLE = """
Abigail Abby Abbie Gail
Adam Addy
Alexander Alex Alec Sandy Xander Al
Alexandra Alex Lexi Lexie Sandra Sasha
Alfred Alf Alfie Fred
Alison Ali Ally
Amelia Amy Millie Milly Mia
Andrew Andy Drew
Angela Angie
Anthony Tony Ant
Antonia Toni
Archibald Archie
Arthur Art Artie
Barbara Barb Babs
Benjamin Ben Benny Benji
Bethany Beth
Bradley Brad
Caroline Carrie Caz Carol
Catherine Cath Cathy Cat Kate Katie Katy Kit
Charles Charlie Chas Chaz
Charlotte Charlie Lottie Lotty Char
Christina Chris Chrissy Tina
Christine Chris Chrissy
Christopher Chris Kit Topher
Daniel Dan Danny
Danielle Dani
David Dave Davey Davy
Deborah Debbie Debs Deb
Dominic Dom
Edward Ed Eddie Ted Teddy Ned
Eleanor Ellie Elly Nell Nora
Elizabeth Lizzie Lizzy Liz Beth Bess Betsy Betty Eliza Libby Lisa
Emily Em Emmy Millie Milly
Emma Em Emmy
Florence Flo Florrie Flossie
Francesca Fran Frankie Chesca
Francis Frank Frankie Fran
Frances Fran Frankie Fanny
Frederick Fred Freddie Freddy
Gabriel Gabe
Gabriella Gabby Ella
Gareth Gaz
George Georgie
Georgina Georgie Gina
Gerald Gerry
Geraldine Gerry
Grace Gracie
Gregory Greg
Hannah Han
Harold Harry Hal
Harriet Hattie Hatty
Harrison Harry
Helen Nell Nellie
Henry Harry Hal Hank
Isaac Zac Zak
Isabella Izzy Bella Belle Bel
Isabel Izzy Bella Belle Bel
Jack Jackie
Jacob Jake Cob
Jacqueline Jackie Jacqui
James Jim Jimmy Jamie Jay
Jasmine Jas Jaz
Jennifer Jen Jenny Jenni
Jeremy Jez Jerry
Jessica Jess Jessie
Joanna Jo Joey
Joanne Jo
John Johnny Jack
Jonathan Jon Jonny Jonty
Joseph Joe Joey
Josephine Jo Josie
Joshua Josh
Judith Judy Jude
Julia Jules
Katherine Kath Kathy Kate Katie Katy Kat Kit
Kathryn Kath Kathy Kate Katie Katy Kat
Kenneth Ken Kenny
Kimberley Kim
Lawrence Larry Laurie Loz
Leonard Len Lenny Leo
Lewis Lew Lou
Louis Lou Louie
Louise Lou Lulu
Lucy Luce Lu
Madeleine Maddy Maddie
Madison Maddy Maddie
Margaret Maggie Meg Peggy Madge Greta
Martin Marty
Mary Molly Polly
Matilda Tilly Tilda Mattie
Matthew Matt Matty
Maximilian Max
Megan Meg
Melanie Mel
Melissa Mel Lissa
Michael Mike Mick Mickey Mikey
Michelle Shell Chelle
Miranda Mandy
Amanda Mandy
Mohammed Mo Mohamed Muhammad
Muhammad Mo Mohammed Mohamed
Natalie Nat
Natasha Tash Tasha Nat
Nathan Nate Nat
Nathaniel Nate Nat Nathan
Nicholas Nick Nicky
Nicola Nicky Nicki Nic
Oliver Ollie Olly
Olivia Liv Livvy Livi Ollie
Oscar Oz
Pamela Pam
Patricia Pat Patsy Tricia Trish
Patrick Pat Paddy Rick
Penelope Penny
Peter Pete
Philip Phil Pip
Philippa Pippa Pip
Phoebe Phoebs Fee
Rachel Rach
Raymond Ray
Rebecca Becky Becca Bex Becks
Richard Rich Richie Rick Ricky Dick
Robert Rob Robbie Bob Bobby Bert
Ronald Ron Ronnie
Rosemary Rosie
Rose Rosie
Roxanne Roxy
Russell Russ
Ruby Rubes
Samantha Sam Sammy Sammie
Samuel Sam Sammy
Sarah Sal Sally Sadie
Scarlett Scar Lettie
Sebastian Seb Bash
Sophia Sophie Soph
Sophie Soph
Stanley Stan
Stephanie Steph Stevie
Stephen Steve Stevie Ste
Steven Steve Stevie Ste
Susan Sue Susie Suzie
Suzanne Sue Suzie Suze
Teresa Terry Tess Tessa
Theresa Terry Tess Tessa
Terence Terry
Theodore Theo Ted Teddy
Thomas Tom Tommy
Timothy Tim Timmy
Tobias Toby Tobi Tobie
Valerie Val
Veronica Ronnie
Victor Vic
Victoria Vicky Vicki Tori Tory
Vincent Vince Vinny
Virginia Ginny
Walter Wally Walt
William Will Bill Billy Willy Liam
Zachary Zach Zac Zak
Zoe Zo
"""


def short_forms(name: str) -> tuple[str, ...]:
    """The short forms of a given name, and the long names of which it is a short form."""
    return _forms().get(plain(name), ())


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for one, other in _pairs():
        found.setdefault(plain(one), {})[other] = None
        found.setdefault(plain(other), {})[one] = None
    return {name: tuple(others) for name, others in found.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    for line in _TABLE.split("\n"):
        whole, *short = line.split() or [""]
        yield from ((whole, each) for each in short)
