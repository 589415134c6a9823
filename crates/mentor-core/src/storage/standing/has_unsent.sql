SELECT EXISTS (SELECT 1 FROM change JOIN match ON match.id = change.match_id WHERE state = 'unsent')
