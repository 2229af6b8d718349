"""A Word file as it is made, in XML; only the reader of Word files and the hand-back look in."""
