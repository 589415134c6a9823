INSERT INTO calendar_day (school_id, day, day_type, value, seq) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (school_id, day) DO UPDATE SET
  day_type = excluded.day_type, value = excluded.value, seq = excluded.seq
