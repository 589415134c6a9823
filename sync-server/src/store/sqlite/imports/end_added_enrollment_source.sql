DELETE FROM enrollment_source WHERE student_id = (SELECT key FROM import_before WHERE id = ?1)
