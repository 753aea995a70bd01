"""Letters and decisions of the information officer, as Word documents that are still to be signed.

content    what a letter holds, before it is a file
letterhead who writes: the agency's head of a letter, its town, its officers
open       what nobody has told yet: a yellow mark, never an invention
requests   letters about a request or an objection, from a line of the office's register
registers  sheets and statements from the agency's public registers
decrees    decisions on the two lists, with the list annexed
kinds      all of them by name
document   a letter as bytes of a Word document

Letters about requests are about people: they are drawn outside of the repository, and nowhere else.
"""
