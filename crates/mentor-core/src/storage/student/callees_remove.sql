DELETE FROM callee WHERE student_id = ?1
