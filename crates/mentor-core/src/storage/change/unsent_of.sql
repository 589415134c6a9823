SELECT hash, bytes FROM change WHERE state = 'unsent' AND match_id = ?1
