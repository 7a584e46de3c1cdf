"""Takes records of governance, gives their papers: 换届 and 前置研究."""
