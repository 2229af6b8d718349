"""Comments put into a Word file, and a Word file made of a text; works in a process apart."""
