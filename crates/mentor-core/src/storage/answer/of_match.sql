SELECT entry_key, status, text, by_name, at, read_day FROM answer WHERE match_id = ?1
