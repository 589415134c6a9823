SELECT day, kind, text, hundredths FROM granted_line WHERE match_id = ?1 AND field = ?2 ORDER BY position
