"""Takes what the rules ask of a year, gives how it stands: the 组织生活对照表, and its counts for other papers."""
