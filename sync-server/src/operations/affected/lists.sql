SELECT school.sis_id, what, count(*)
FROM access_event LEFT JOIN school ON school.id = access_event.school_id
WHERE (:staff_id IS NULL OR access_event.staff_id = :staff_id) AND at >= :from AND at < :until
  AND student_id IS NULL AND (what LIKE '%\_viewed' ESCAPE '\' OR what LIKE '%\_exported' ESCAPE '\' OR what = 'students_searched')
GROUP BY school.sis_id, what
ORDER BY 1, 2
