UPDATE import_batch
SET digest = ?2, rows_read = ?3, changes = ?4, problems = ?5, done_by = ?6, report = ?7, outcome = ?8,
    school_id = ?9, undoes = ?10, can_be_undone = ?8 = 'applied' AND ?10 IS NULL
WHERE id = ?1
