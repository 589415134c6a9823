INSERT INTO guardian (id, sis_id, given_name, family_name, phone, language, active)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET
  given_name = excluded.given_name,
  family_name = excluded.family_name,
  phone = excluded.phone,
  language = excluded.language,
  active = excluded.active
