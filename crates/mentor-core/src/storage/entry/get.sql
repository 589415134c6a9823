SELECT entry.*, NULL AS state FROM entry WHERE match_id = :match_id AND entry_key = :entry_key
