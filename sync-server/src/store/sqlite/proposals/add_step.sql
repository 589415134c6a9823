INSERT INTO match_step (match_id, step, reason, note, end_day, day, staff_id, at)
VALUES (:match_id, :step, :reason, :note, :end_day, :day, :staff_id, :at)
