"""Takes records about single people, gives their papers: 谈话 and 慰问."""
