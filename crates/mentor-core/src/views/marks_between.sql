SELECT day, mark FROM calendar_mark WHERE match_id = ?1 AND day BETWEEN ?2 AND ?3
