"""Takes what somebody wants exported, gives it done: waiting in a line, in a process of its own, told of as it goes."""
