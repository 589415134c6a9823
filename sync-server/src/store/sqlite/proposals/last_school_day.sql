SELECT max(day) FROM calendar_day
WHERE school_id = ?1 AND day BETWEEN ?2 AND ?3 AND day_type IN ('instructional', 'make_up')
