SELECT day, day_type FROM calendar_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day
