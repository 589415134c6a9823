SELECT day_type FROM calendar_day WHERE day = ?1
