INSERT INTO school_log (school_id, seq, what, subject, at) VALUES (?1, ?2, ?3, ?4, ?5)
