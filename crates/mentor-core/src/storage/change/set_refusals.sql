UPDATE change SET refusals = ?3 WHERE match_id = ?1 AND hash = ?2
