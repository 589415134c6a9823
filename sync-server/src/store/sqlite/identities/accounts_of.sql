SELECT staff.id, staff.name, staff.login, staff.role,
  EXISTS (SELECT 1 FROM district_identity WHERE staff_id = staff.id AND issuer = ?2)
FROM staff
WHERE staff.school_id = ?1 AND staff.disabled_at IS NULL
ORDER BY staff.name, staff.login
