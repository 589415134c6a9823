DELETE FROM draft WHERE match_id = :match_id AND of_what = :of
