INSERT INTO sharing_agreement_end (agreement_id, day, staff_id, at)
SELECT id, ?2, ?3, ?4 FROM sharing_agreement
WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM sharing_agreement_end WHERE agreement_id = ?1)
