SELECT name, role, phone FROM safety_contact WHERE school_id = ?1 ORDER BY position
