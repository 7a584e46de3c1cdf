"""Takes who asks and a job, gives what they may start, see, follow and take away of exports."""
