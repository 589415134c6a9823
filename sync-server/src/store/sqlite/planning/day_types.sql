SELECT day, day_type FROM calendar_day WHERE school_id = ?1 AND day BETWEEN ?2 AND ?3
