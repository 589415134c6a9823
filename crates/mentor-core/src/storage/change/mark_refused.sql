UPDATE change SET state = 'refused', refusal = ?3
WHERE state = 'unsent' AND match_id = ?1 AND substr(hash, 1, 8) = ?2
