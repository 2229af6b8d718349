"""Language: loaded words in the newsroom's own voice."""
