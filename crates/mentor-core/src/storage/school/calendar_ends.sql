SELECT max(day) FROM calendar_day
