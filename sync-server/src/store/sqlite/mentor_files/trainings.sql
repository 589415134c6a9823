SELECT entry.id, staff.name, entry.at,
       EXISTS (SELECT 1 FROM mentor_fact_taken_back WHERE fact = 'training' AND fact_id = entry.id),
       topic, minutes, day, given_by
FROM mentor_training AS entry LEFT JOIN staff ON staff.id = entry.staff_id
WHERE entry.mentor_id = ?1
ORDER BY entry.id DESC
