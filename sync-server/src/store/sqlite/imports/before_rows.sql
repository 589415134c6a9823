SELECT id, noun, key, key2, before IS NULL FROM import_before
WHERE batch_id = ?1 AND (noun = 'enrollment') = ?2
ORDER BY id DESC
