-- The number that the import under way will have: it writes alone, and its row comes last.
SELECT coalesce(max(id), 0) + 1 FROM import_batch
