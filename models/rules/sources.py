"""Where the rules come from, and the day each source took force."""

from datetime import date

CARE_PLANNING_IN_FORCE = date(2011, 4, 1)  # SI 2010/959, and the amended Children Act 1989
HANDBOOK_IN_FORCE = date(2011, 4, 1)  # the IRO Handbook and guidance of 2010
ADOPTION_IN_FORCE = date(2005, 12, 30)  # SI 2005/389
SECURE_IN_FORCE = date(1991, 10, 14)  # SI 1991/1505

CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010, "
NIROMP = "NIROMP, IRO Handbook 2010: the facilitation of an effective IRO service"
FOSTERING_HANDBOOK = "Wholistic Fostering, Foster Carers’ Handbook, Reviews and Meetings"
