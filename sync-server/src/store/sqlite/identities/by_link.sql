SELECT staff.id, staff.role, staff.password_hash, staff.login
FROM connect_link JOIN staff ON staff.id = connect_link.staff_id
WHERE connect_link.code_hash = ?1 AND connect_link.expires_at > ?2 AND staff.disabled_at IS NULL
