-- The latest first: whoever was ever enrolled at the school has a file there.
SELECT coalesce(preferred_name, given_name) || ' ' || family_name,
       given_name || coalesce(' ' || middle_name, '') || ' ' || family_name,
       birth_day, grade, home_language, entry_day, exit_day
FROM student JOIN enrollment ON enrollment.student_id = student.id
WHERE student.id = ?2 AND enrollment.school_id = ?1
ORDER BY entry_day DESC
