"""The source map: who speaks in a text, what each carries, and where nobody does but us."""
