-- Mentors who would lose a student: active matches that stand on nothing but an enrollment of this import.
SELECT count(*) FROM match
WHERE end_day IS NULL
  AND EXISTS (SELECT 1 FROM import_before AS added
              WHERE added.batch_id = ?1 AND added.noun = 'enrollment' AND added.before IS NULL
                AND added.key = match.student_id AND added.key2 = match.school_id)
  AND NOT EXISTS (SELECT 1 FROM enrollment
                  WHERE enrollment.student_id = match.student_id AND enrollment.school_id = match.school_id
                    AND (exit_day IS NULL OR exit_day > entry_day)
                    AND NOT EXISTS (SELECT 1 FROM import_before AS added
                                    WHERE added.batch_id = ?1 AND added.noun = 'enrollment' AND added.before IS NULL
                                      AND added.key = enrollment.student_id AND added.key2 = enrollment.school_id
                                      AND added.day = enrollment.entry_day))
