UPDATE change SET hash = ?2 WHERE rowid = ?1
