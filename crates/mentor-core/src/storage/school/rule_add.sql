INSERT OR REPLACE INTO school_rule (key, value) VALUES (?1, ?2)
