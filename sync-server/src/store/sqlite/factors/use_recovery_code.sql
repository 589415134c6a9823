DELETE FROM recovery_code WHERE staff_id = ?1 AND code_hash = ?2
