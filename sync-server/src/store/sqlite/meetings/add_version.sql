INSERT INTO meeting_version (meeting_id, chair_id, chair_name, others, checks, staff_id, at)
VALUES (?1, ?2, coalesce((SELECT name FROM staff WHERE id = ?2), ?3), ?4, ?5, ?6, ?7)
