SELECT starter, day FROM asked WHERE match_id = :match_id ORDER BY day DESC, starter
