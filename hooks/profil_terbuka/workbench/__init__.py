"""The workbench (*Meja kerja*): a local web page for people who never open a terminal.

bench       what is one while it stands open: the repository, the secrets, what is under way
guard       who may speak to it; serving: addresses, forms, faults as pages
errands     work that takes longer; intakes: files that were brought and are not kept yet
office_page  registers and letters of the information officer
year_...    a year's round; returned_...: its forms that come back
home        the first page; the other pages stand beside it, their templates in pages/

Everything is done by the same engine and told in the same words as by the commands; whatever
is written is written by `editing`.
"""

from .bench import Workbench, open_workbench
from .guard import Guard
from .pages_of import workbench_app

__all__ = ["Guard", "Workbench", "open_workbench", "workbench_app"]
