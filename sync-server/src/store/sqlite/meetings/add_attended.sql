INSERT OR IGNORE INTO meeting_attended (version_id, staff_id) VALUES (?1, ?2)
