"""Takes the meetings of a unit, gives what is invalid in their quorums, votes and elections."""
