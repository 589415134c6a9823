INSERT INTO readiness (school_id, day, question, answer, note, staff_id, at)
VALUES (:school_id, :day, :question, :answer, :note, :staff_id, :at)
