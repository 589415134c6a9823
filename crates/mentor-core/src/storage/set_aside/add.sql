UPDATE change SET state = 'refused', refusal = ?3 WHERE match_id = ?1 AND hash = ?2
