INSERT INTO student (id, first_name, family_name, grade, entry_day, exit_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET first_name = ?2, family_name = ?3, grade = ?4, entry_day = ?5, exit_day = ?6
