SELECT mentor_id, topic, max(day)
FROM mentor_training JOIN mentor ON mentor.id = mentor_id
WHERE mentor.school_id = ?1
  AND NOT EXISTS (SELECT 1 FROM mentor_fact_taken_back WHERE fact = 'training' AND fact_id = mentor_training.id)
GROUP BY mentor_id, topic
