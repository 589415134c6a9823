DELETE FROM safety_contact WHERE school_id = ?1
