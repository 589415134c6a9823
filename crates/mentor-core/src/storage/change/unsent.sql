SELECT match_id, bytes FROM change WHERE state = 'unsent' ORDER BY match_id, position
