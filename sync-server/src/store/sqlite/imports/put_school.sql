-- The zone and the bell belong to staff once the school is there; 8 random bytes name its log for ever.
INSERT INTO school (id, sis_id, name, time_zone, negative_reporting, recorded_through, log_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, randomblob(8))
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  negative_reporting = excluded.negative_reporting,
  recorded_through = excluded.recorded_through
