SELECT at, kind, reach FROM other_contact WHERE student_id = ?1 AND day = ?2 ORDER BY at
