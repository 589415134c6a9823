SELECT kind, outcome, school_id, undoes IS NOT NULL, can_be_undone,
       EXISTS (SELECT 1 FROM import_batch AS undoing WHERE undoing.undoes = import_batch.id),
       changes
FROM import_batch WHERE id = ?1
