INSERT OR REPLACE INTO attendance_day (student_id, day, status, missed_halves)
SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM student WHERE id = ?1)
