SELECT school_id, day, day_type, value FROM calendar_day WHERE day BETWEEN ?1 AND ?2 ORDER BY school_id, day
