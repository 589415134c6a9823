SELECT document, sha256 FROM record WHERE match_id = ?1
