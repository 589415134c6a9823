SELECT of_what, text, at FROM draft WHERE match_id = :match_id ORDER BY of_what
