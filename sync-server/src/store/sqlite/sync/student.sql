-- The student as this school has them, with the newest number of anything that the phone shows of them. The phone knows
-- one time in the school: from the first entry of the latest school year on, whatever lies between two of them.
SELECT student.id, coalesce(preferred_name, given_name), family_name, grade,
       coalesce((SELECT min(entry_day) FROM enrollment WHERE student_id = student.id AND school_id = :school_id
                 AND entry_day > (SELECT max(entry_day) - 300 FROM enrollment
                                  WHERE student_id = student.id AND school_id = :school_id)), 0),
       (SELECT exit_day FROM enrollment WHERE student_id = student.id AND school_id = :school_id
        ORDER BY entry_day DESC LIMIT 1),
       max(student.seq,
           coalesce((SELECT max(seq) FROM enrollment WHERE student_id = student.id AND school_id = :school_id), 0),
           coalesce((SELECT max(seq) FROM student_guardian WHERE student_id = student.id), 0),
           -- What the family agreed to decides how much of the student is sent.
           coalesce((SELECT seq FROM match WHERE id = :match_id), 0))
FROM student
WHERE student.id = :student_id
