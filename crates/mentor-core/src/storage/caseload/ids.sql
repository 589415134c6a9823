SELECT id FROM match
