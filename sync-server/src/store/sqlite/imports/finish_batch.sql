UPDATE import_batch
SET digest = ?2, rows_read = ?3, changes = ?4, problems = ?5, done_by = ?6, report = ?7
WHERE id = ?1
