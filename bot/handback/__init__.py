"""What goes back: a review as text, as JSON, as lines of JSON."""
