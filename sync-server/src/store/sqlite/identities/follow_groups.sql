UPDATE staff SET school_id = ?2, role = ?3 WHERE id = ?1
