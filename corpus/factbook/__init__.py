"""The World Factbook: from its archive to plain sentences and the table of places."""
