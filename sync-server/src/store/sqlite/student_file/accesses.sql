SELECT at, what, coalesce(staff.name, by_name), detail
FROM access_event LEFT JOIN staff ON staff.id = access_event.staff_id
-- What the district's auditor or the server itself did is of no school.
WHERE (access_event.school_id = ?1 OR access_event.school_id IS NULL) AND student_id = ?2
  AND EXISTS (SELECT 1 FROM enrollment WHERE enrollment.student_id = ?2 AND enrollment.school_id = ?1)
ORDER BY access_event.id DESC
