SELECT birth_day FROM student WHERE id = :student_id AND birth_day IS NOT NULL
