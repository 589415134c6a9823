SELECT min(day) FROM calendar_day WHERE day >= ?1 AND day_type IN ('instructional', 'make_up')
