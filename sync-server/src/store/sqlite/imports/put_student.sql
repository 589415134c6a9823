INSERT INTO student
  (id, sis_id, given_name, middle_name, family_name, preferred_name, birth_day, grade, active, seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (id) DO UPDATE SET
  given_name = excluded.given_name,
  middle_name = excluded.middle_name,
  family_name = excluded.family_name,
  preferred_name = excluded.preferred_name,
  birth_day = excluded.birth_day,
  grade = excluded.grade,
  active = excluded.active,
  seq = excluded.seq
