SELECT staff.id, staff.name, staff.role, staff.school_id, session.form_token, session.last_seen_at, session.proved_at,
  iif(session.second_step_elsewhere
      OR EXISTS (SELECT 1 FROM authenticator WHERE authenticator.staff_id = staff.id)
      OR EXISTS (SELECT 1 FROM passkey WHERE passkey.staff_id = staff.id),
    NULL, staff.second_factor_by)
FROM session JOIN staff ON staff.id = session.staff_id
WHERE session.token_hash = ?1
  AND session.created_at > ?2
  AND session.last_seen_at > ?3
  AND staff.disabled_at IS NULL
