SELECT broken_glass.id, broken_glass.student_id,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name,
       broken_glass.school_id, staff.name, school.name, reason, from_at, until_at, mended_at
FROM broken_glass
JOIN student ON student.id = broken_glass.student_id
JOIN staff ON staff.id = broken_glass.staff_id
JOIN school ON school.id = staff.school_id
WHERE (:id IS NULL OR broken_glass.id = :id)
  AND (:staff_id IS NULL OR broken_glass.staff_id = :staff_id)
  AND (:school_id IS NULL OR broken_glass.school_id = :school_id)
ORDER BY broken_glass.id DESC
LIMIT 100
