SELECT entry.id, staff.name, entry.at,
       EXISTS (SELECT 1 FROM mentor_fact_taken_back WHERE fact = 'screening' AND fact_id = entry.id),
       kind, result, day, through, checked_by
FROM mentor_screening AS entry LEFT JOIN staff ON staff.id = entry.staff_id
WHERE entry.mentor_id = ?1
ORDER BY entry.id DESC
