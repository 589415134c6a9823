INSERT INTO broken_glass (staff_id, student_id, school_id, reason, from_at, until_at)
VALUES (:staff_id, :student_id, :school_id, :reason, :from_at, :until_at)
