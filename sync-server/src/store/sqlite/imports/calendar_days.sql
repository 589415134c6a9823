SELECT school_id, day, day_type FROM calendar_day
