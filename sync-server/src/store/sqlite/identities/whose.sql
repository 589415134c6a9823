SELECT staff.id, staff.role, staff.password_hash, staff.login, staff.disabled_at IS NOT NULL
FROM district_identity JOIN staff ON staff.id = district_identity.staff_id
WHERE district_identity.issuer = ?1 AND district_identity.subject = ?2
