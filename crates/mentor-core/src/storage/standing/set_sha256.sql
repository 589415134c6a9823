UPDATE record SET sha256 = ?2 WHERE match_id = ?1
