"""What a lawyer reads for: libel, contempt of court, embargoes."""
