SELECT day, day_type, seq FROM calendar_day WHERE school_id = :school_id AND seq > :cursor ORDER BY seq, day
