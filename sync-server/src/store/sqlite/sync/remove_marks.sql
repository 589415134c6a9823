DELETE FROM calendar_mark WHERE match_id = ?1
