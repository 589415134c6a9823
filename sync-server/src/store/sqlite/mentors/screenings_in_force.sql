-- The older before the newer, which is in force.
SELECT mentor_id, kind, result, through
FROM mentor_screening JOIN mentor ON mentor.id = mentor_id
WHERE mentor.school_id = ?1
  AND NOT EXISTS (SELECT 1 FROM mentor_fact_taken_back WHERE fact = 'screening' AND fact_id = mentor_screening.id)
ORDER BY mentor_screening.id
