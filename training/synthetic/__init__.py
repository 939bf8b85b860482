"""Claims made by rule from real sentences, each with evidence and a label that is known."""
