"""The words in which states are told."""

from __future__ import annotations

from .states import State

STATE = {
    State.MISSING: "Belum ada",
    State.LATE: "Terlambat",
    State.PARTIAL: "Sebagian",
    State.MET: "Terpenuhi",
    State.NIL: "Nihil",
    State.NOT_APPLICABLE: "Tidak berlaku",
    State.NO_EVENT: "Tidak ada kejadian",
}
MEANING = {
    State.MISSING: (
        "Belum ada di situs ini. Informasinya mungkin ada di kantor dan dapat diminta."
    ),
    State.LATE: "Ada, tetapi informasinya sudah lebih lama daripada yang diperbolehkan.",
    State.PARTIAL: "Ada sebagian; yang kurang disebut di sebelah buktinya.",
    State.MET: "Ada dan masih berlaku.",
    State.NIL: "Dinas menyatakan tidak ada yang perlu diumumkan, dengan tanggal.",
    State.NOT_APPLICABLE: "Dinas menyatakan butir ini tidak berlaku baginya, dengan alasan.",
    State.NO_EVENT: (
        "Hanya wajib bila ada kejadian. Tidak ada kejadian yang tercatat di situs ini; butir ini "
        "tidak ikut dihitung."
    ),
}
