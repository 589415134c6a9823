SELECT school_id, login FROM staff WHERE id = ?1
