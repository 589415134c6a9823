UPDATE change SET state = 'unsent', position = (SELECT max(position) + 1 FROM change)
WHERE match_id = ?1 AND hash = ?2 AND state <> 'refused'
