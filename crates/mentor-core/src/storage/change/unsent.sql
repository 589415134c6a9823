SELECT match_id, hash, bytes FROM change WHERE state = 'unsent' ORDER BY match_id, position
