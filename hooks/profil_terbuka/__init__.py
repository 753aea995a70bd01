"""Profil Terbuka: turns an agency's annual profile book into a checked open-data site.

Plain Python; it never imports MkDocs. Modules import downwards only, which
tests/engine/test_architecture.py enforces:

    4  site                                      puts the parts together
    3  charts  downloads  pages  catalogues      producers: values in, text or bytes out
    2  catalog  conform  checks  privacy         datasets/ in, values and findings out
    1  documents  descriptor  agency  tables     the only readers of files,
       cache  clock  swap  verify                and writers
    0  model  products  findings  codes          standard library only
       markup  wording
"""

__version__ = "0.1.0"
