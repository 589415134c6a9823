SELECT id, kind, applied_at, done_by, digest, rows_read, changes, problems, report, outcome, school_id, undoes,
       (SELECT undoing.id FROM import_batch AS undoing WHERE undoing.undoes = import_batch.id),
       (SELECT name FROM staff WHERE lower(hex(staff.id)) = replace(done_by, '-', ''))
FROM import_batch WHERE id < ?2 ORDER BY id DESC LIMIT ?1
