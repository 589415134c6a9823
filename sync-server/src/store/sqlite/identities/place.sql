SELECT school_id, role FROM staff WHERE id = ?1
