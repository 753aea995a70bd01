"""What staff do to their data: bring a table in, correct a number. Commands and the desk call it.

beginning   a new agency: who it is, and starter pages
founding    a repository for it, where there is none yet
target      the dataset that is meant, as it lies in the repository
answers     what was answered before, and is kept for the next time
bringing    a file becomes a dataset, or comes into one
correcting  one number, with all that depends on it
giving_back a file goes back to whoever sent it, marked with what to mend
undoing     what fails half-way leaves the disk as it was
renewing    the files of a dataset after rows changed, as a new edition where one was published
row_names   how people call a row, and whether they name a total
staging     what is written is tried in a copy first, and small counts are withheld there
sending     files that came back together: in a ZIP, in a folder
unasked     answers to what nobody asks, told to those who gave them
office      the folder outside of the repository in which registers and letters lie
letters     letters and decisions, drawn and laid in that folder
half_year   what goes to the main information officer every half-year
service_counts  the counts of a year, out of the office's own register
year        the year's round: forms go out, and come back filled in
"""

from .beginning import begin_agency, known_towns
from .bringing import Brought, bring, bring_package, is_package, keep
from .correcting import Corrected, Correction, correct, keep_correction
from .founding import found_repository, is_repository, refuse_full_folder
from .giving_back import give_back
from .half_year import drawn_half_year
from .letters import drawn_letter, lay_letter, with_logo
from .office import blank_register, lay_register, office_folder
from .sending import is_sending
from .service_counts import HoldsPeople, ServiceCounts, keep_service_counts, service_counts
from .target import Target, identity, target_of
from .unasked import unasked, unasked_by_package

__all__ = [
    "Brought",
    "Corrected",
    "Correction",
    "HoldsPeople",
    "ServiceCounts",
    "Target",
    "begin_agency",
    "blank_register",
    "bring",
    "bring_package",
    "correct",
    "drawn_half_year",
    "drawn_letter",
    "found_repository",
    "give_back",
    "identity",
    "is_package",
    "is_repository",
    "is_sending",
    "keep",
    "keep_correction",
    "keep_service_counts",
    "known_towns",
    "lay_letter",
    "lay_register",
    "office_folder",
    "refuse_full_folder",
    "service_counts",
    "target_of",
    "unasked",
    "unasked_by_package",
    "with_logo",
]
