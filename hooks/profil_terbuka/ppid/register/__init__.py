"""The working registers of requests and objections: one workbook that an office keeps for itself.

columns    what is written down of each, and what is reckoned from it
grounds    for what a request can be refused
facts      what a blank workbook is made of
formulas   the same reckoning as formulas of Excel
workbook   the workbook: its sheets, drop-downs, colours
summary    its sheet that counts by year
entries    a filled workbook read back, and what must be mended in it
counting   the counts of a year, without anything about people

What is written in the workbook is personal: it never comes into the repository, a site, a message.
"""
