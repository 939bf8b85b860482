"""Which assertions a sentence is made of, each with its exact spans and a wording of its own."""
