INSERT INTO kick_off (school_id, day, minute, place, note, staff_id, at)
VALUES (:school_id, :day, :minute, :place, :note, :staff_id, :at)
