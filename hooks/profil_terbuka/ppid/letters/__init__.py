"""Letters and decisions of the information officer, as Word documents that are still to be signed.

content    what a letter holds, before it is a file
letterhead who writes: the agency's head of a letter, its town, its officers
open       what nobody has told yet: a yellow mark, never an invention
pieces     parts that several letters have
line_facts what a line of the office's register tells a letter
requests   letters about a request
refusals   the decision to refuse, and the answer to an objection
sheets     the consequence test, and the statement that there is nothing
decrees    decisions on the two lists, with the list annexed
memos      the memo that asks a unit for documents
kinds      all of them by name
drawing    a letter becomes a file
document   how a Word document of it looks

Letters about requests are about people: they are drawn outside of the repository, and nowhere else.
"""
