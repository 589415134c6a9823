-- Granted anew, so that the mentor's phones fetch the student again; unless the two were matched again since.
UPDATE match
SET end_day = NULL, end_reason = NULL, ended_at = NULL, ended_seq = NULL, granted_seq = ?2, seq = ?2
WHERE id = (SELECT key FROM import_before WHERE id = ?1) AND end_reason = 'pupil_moved'
  AND NOT EXISTS (SELECT 1 FROM match AS other
                  WHERE other.student_id = match.student_id AND other.mentor_id = match.mentor_id
                    AND other.end_day IS NULL)
