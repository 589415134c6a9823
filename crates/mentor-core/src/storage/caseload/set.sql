INSERT INTO match (id, student_id, start_day, wake_up_calls) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET start_day = ?3, wake_up_calls = ?4
