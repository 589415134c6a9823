-- T33: whose student is on that day at another school and no longer at the match's own.
SELECT match.id, match.school_id, student.sis_id,
       (SELECT max(exit_day) FROM enrollment
        WHERE student_id = match.student_id AND school_id = match.school_id)
FROM match JOIN student ON student.id = match.student_id
WHERE end_day IS NULL
  AND NOT EXISTS (SELECT 1 FROM enrollment
                  WHERE student_id = match.student_id AND school_id = match.school_id
                    AND (exit_day IS NULL OR exit_day > ?1))
  AND EXISTS (SELECT 1 FROM enrollment
              WHERE student_id = match.student_id AND school_id <> match.school_id
                AND entry_day <= ?1 AND (exit_day IS NULL OR exit_day > ?1))
ORDER BY student.sis_id, match.id
