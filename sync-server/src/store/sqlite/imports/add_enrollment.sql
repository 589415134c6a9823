INSERT INTO enrollment (student_id, school_id, entry_day, exit_day, seq) VALUES (?1, ?2, ?3, ?4, ?5)
