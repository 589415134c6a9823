SELECT number_event.id, what, phone, source, day, staff.name, number_event.at
FROM number_event LEFT JOIN staff ON staff.id = number_event.staff_id
WHERE guardian_id = ?2
  AND EXISTS (SELECT 1 FROM student_guardian JOIN enrollment USING (student_id)
              WHERE student_guardian.guardian_id = ?2 AND enrollment.school_id = ?1)
ORDER BY number_event.id DESC
