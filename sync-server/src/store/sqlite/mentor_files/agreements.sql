SELECT entry.id, staff.name, entry.at,
       EXISTS (SELECT 1 FROM mentor_fact_taken_back WHERE fact = 'agreement' AND fact_id = entry.id),
       version, language, text_hash, signed_name, signed_how, signed_day, through
FROM mentor_agreement AS entry LEFT JOIN staff ON staff.id = entry.staff_id
WHERE entry.mentor_id = ?1
ORDER BY entry.id DESC
