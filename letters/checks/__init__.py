"""What is looked at before a letter is given out. Source: domain reference 5.3."""

from letters.checks.checking import checks_of as checks_of
from letters.checks.checking import unanswered as unanswered
from letters.checks.concern import Concern as Concern
