SELECT school_id, day, day_type, value FROM calendar_day
