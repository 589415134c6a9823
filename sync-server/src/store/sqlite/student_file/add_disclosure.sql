INSERT INTO record_disclosure (student_id, school_id, staff_id, at, purpose, format, recipient)
VALUES (:student_id, :school_id, :staff_id, :at, :purpose, :format, :recipient)
