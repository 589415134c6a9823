DELETE FROM asked WHERE match_id = ?1
