INSERT INTO amendment (student_id, school_id, day, asked_by, text, staff_id, at)
SELECT :student_id, :school_id, :day, :asked_by, :text, :staff_id, :at
WHERE EXISTS (SELECT 1 FROM enrollment WHERE student_id = :student_id AND school_id = :school_id)
