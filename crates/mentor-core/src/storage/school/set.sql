INSERT OR REPLACE INTO school (id, name, bell_minute, recorded_through) VALUES (1, ?1, ?2, ?3)
