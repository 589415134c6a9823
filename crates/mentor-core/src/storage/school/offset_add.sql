INSERT OR REPLACE INTO school_offset (from_moment, seconds) VALUES (?1, ?2)
