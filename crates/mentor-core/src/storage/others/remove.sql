DELETE FROM other_contact WHERE student_id = ?1
