SELECT id, kind, applied_at, done_by, digest, rows_read, changes, problems, report
FROM import_batch ORDER BY id DESC LIMIT ?1
