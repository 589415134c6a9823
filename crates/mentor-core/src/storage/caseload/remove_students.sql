DELETE FROM student WHERE id NOT IN (SELECT student_id FROM match)
