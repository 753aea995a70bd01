"""The registers of an information officer: begun, filled in as one workbook, taken back.

starting   a register that is not kept yet; its form is the same for all
columns    the columns of a register as an office fills them in
shelf      which registers there are, and what may be chosen in them
workbook   all of them as one Excel workbook
returned   what it says when it comes back
proof      what the engine's readers and checks say of rows before they are written
taking     what the workbook changes, and its writing
laying     the workbook put down for an office
"""

from .laying import lay_workbook, workbook_bytes, workbook_name
from .proof import RegisterDraft, register_findings
from .returned import workbook_agency
from .shelf import REGISTER_ORDER
from .starting import begin_register
from .taking import BroughtRegisters, bring_registers, keep_registers, why_taken

__all__ = [
    "REGISTER_ORDER",
    "BroughtRegisters",
    "RegisterDraft",
    "begin_register",
    "bring_registers",
    "keep_registers",
    "lay_workbook",
    "register_findings",
    "why_taken",
    "workbook_agency",
    "workbook_bytes",
    "workbook_name",
]
