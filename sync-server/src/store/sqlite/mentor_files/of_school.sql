SELECT 1 FROM mentor WHERE id = ?1 AND school_id = ?2
