SELECT entry.id, staff.name, entry.at,
       EXISTS (SELECT 1 FROM mentor_fact_taken_back WHERE fact = 'document' AND fact_id = entry.id),
       document, day
FROM mentor_document AS entry LEFT JOIN staff ON staff.id = entry.staff_id
WHERE entry.mentor_id = ?1
ORDER BY entry.id DESC
