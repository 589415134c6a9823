INSERT INTO plan_answer (school_id, version, prompt, text) VALUES (?1, ?2, ?3, ?4)
