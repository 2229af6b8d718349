"""What may hurt somebody once it is out: suicide, children, victims, grief."""
