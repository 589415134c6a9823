-- Only a row of this mentor, and only once.
INSERT OR IGNORE INTO mentor_fact_taken_back (fact, fact_id, staff_id, at)
SELECT ?1, ?2, ?4, ?5
WHERE EXISTS (SELECT 1 FROM mentor_screening WHERE ?1 = 'screening' AND id = ?2 AND mentor_id = ?3)
   OR EXISTS (SELECT 1 FROM mentor_training WHERE ?1 = 'training' AND id = ?2 AND mentor_id = ?3)
   OR EXISTS (SELECT 1 FROM mentor_agreement WHERE ?1 = 'agreement' AND id = ?2 AND mentor_id = ?3)
   OR EXISTS (SELECT 1 FROM mentor_document WHERE ?1 = 'document' AND id = ?2 AND mentor_id = ?3)
