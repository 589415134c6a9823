INSERT INTO pair_note (school_id, student_id, mentor_id, factor, holds, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
