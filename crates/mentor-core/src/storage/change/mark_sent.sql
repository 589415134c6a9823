UPDATE change SET state = 'sent' WHERE match_id = ?1 AND hash = ?2
