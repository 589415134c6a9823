SELECT EXISTS (SELECT 1 FROM district_identity WHERE staff_id = ?1 AND issuer = ?2)
