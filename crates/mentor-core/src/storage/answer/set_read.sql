UPDATE answer SET read_day = coalesce(read_day, ?3) WHERE match_id = ?1 AND entry_key = ?2
