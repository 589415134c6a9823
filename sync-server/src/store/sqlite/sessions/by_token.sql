SELECT staff.id, staff.name, staff.role, staff.school_id, session.form_token, session.last_seen_at
FROM session JOIN staff ON staff.id = session.staff_id
WHERE session.token_hash = ?1
  AND session.created_at > ?2
  AND session.last_seen_at > ?3
  AND staff.disabled_at IS NULL
