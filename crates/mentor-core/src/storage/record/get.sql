SELECT document FROM record WHERE match_id = ?1
