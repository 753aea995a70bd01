"""What the law asks for, as the reference packages have it: nothing here knows an agency.

reference    the tables of the reference packages
obligations  what must be published, by whom and how often
corrections  what an agency's legal office reads otherwise
rhythms      how often, and how that is counted
timing       when information is too old, and when it is due next
site_obligations  what the parts of the site that the program makes are about
half_years   halves of a year
year_due     by when the numbers of a year must be out
deadlines    periods for requests, objections and disputes
workdays     which days count
reasons      for what somebody may object
states       how an obligation can stand
"""
