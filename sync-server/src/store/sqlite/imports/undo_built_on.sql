-- The first import behind it that changed something of its school, or a row that it changed: a guardian has children in
-- two schools.
SELECT later.id
FROM import_batch AS this JOIN import_batch AS later ON later.id > this.id
WHERE this.id = ?1 AND later.outcome = 'applied' AND later.changes > 0
  AND (this.school_id IS NULL OR later.school_id IS NULL OR this.school_id = later.school_id
       OR EXISTS (SELECT 1 FROM import_before AS one JOIN import_before AS other
                    ON other.noun = one.noun AND other.key = one.key AND other.batch_id = later.id
                  WHERE one.batch_id = this.id))
ORDER BY later.id LIMIT 1
