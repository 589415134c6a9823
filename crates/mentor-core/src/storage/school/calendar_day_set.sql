INSERT OR REPLACE INTO calendar_day (day, day_type) VALUES (?1, ?2)
