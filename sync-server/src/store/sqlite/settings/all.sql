SELECT version, school_id, key, value, from_day, set_at, set_by FROM setting ORDER BY version
