SELECT staff.id
FROM password_code JOIN staff ON staff.id = password_code.staff_id
WHERE password_code.code_hash = ?1 AND password_code.expires_at > ?2 AND staff.disabled_at IS NULL
