INSERT INTO student_guardian
  (student_id, guardian_id, relation, is_primary, lives_with, is_emergency, priority, restrictions, active, seq,
   best_hours, by_contacts, interpreter, may_text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (student_id, guardian_id) DO UPDATE SET
  relation = excluded.relation,
  is_primary = excluded.is_primary,
  lives_with = excluded.lives_with,
  is_emergency = excluded.is_emergency,
  priority = excluded.priority,
  restrictions = excluded.restrictions,
  active = excluded.active,
  seq = excluded.seq,
  best_hours = excluded.best_hours,
  by_contacts = excluded.by_contacts,
  interpreter = excluded.interpreter,
  may_text = excluded.may_text
