"""What rules of words and patterns have in common."""
