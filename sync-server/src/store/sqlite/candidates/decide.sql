INSERT INTO candidate_decision (school_id, student_id, decision, reason, note, look_again_day, rules, day, staff_id, at)
VALUES (:school_id, :student_id, :decision, :reason, :note, :look_again_day, :rules, :day, :staff_id, :at)
