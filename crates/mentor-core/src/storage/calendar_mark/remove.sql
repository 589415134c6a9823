DELETE FROM calendar_mark WHERE match_id = :match_id AND day = :day
