UPDATE change SET position = (SELECT max(position) + 1 FROM change) WHERE match_id = ?1 AND hash = ?2
