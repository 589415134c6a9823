SELECT hash, refusals FROM change WHERE state = 'unsent' AND match_id = ?1 ORDER BY position
