-- Where they are enrolled now or were last, and whether they ever were at the asker's own school.
SELECT student.id,
       (SELECT enrollment.school_id FROM enrollment WHERE enrollment.student_id = student.id
        ORDER BY entry_day DESC LIMIT 1),
       EXISTS (SELECT 1 FROM enrollment WHERE enrollment.student_id = student.id AND enrollment.school_id = :own_school)
FROM student
WHERE student.sis_id = :key
