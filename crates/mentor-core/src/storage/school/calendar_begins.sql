SELECT min(day) FROM calendar_day
