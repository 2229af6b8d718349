"""The rules we ship: a folder is a pack, a file is a rule."""
