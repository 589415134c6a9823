INSERT INTO match_review (match_id, day, student_wish, family_wish, works, change, decision, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
