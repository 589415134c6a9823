-- This import changed something: what lies behind it of the same school can no longer be undone.
DELETE FROM import_before
WHERE batch_id < ?1 AND EXISTS (
  SELECT 1 FROM import_batch AS now, import_batch AS old
  WHERE now.id = ?1 AND old.id = import_before.batch_id
    AND (now.school_id IS NULL OR old.school_id IS NULL OR now.school_id = old.school_id))
