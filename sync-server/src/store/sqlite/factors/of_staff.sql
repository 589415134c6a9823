SELECT staff.password_hash <> '',
  (SELECT added_at FROM authenticator WHERE staff_id = staff.id),
  (SELECT count(*) FROM recovery_code WHERE staff_id = staff.id)
FROM staff WHERE staff.id = ?1
