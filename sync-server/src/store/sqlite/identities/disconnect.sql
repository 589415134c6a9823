DELETE FROM district_identity WHERE staff_id = ?1
