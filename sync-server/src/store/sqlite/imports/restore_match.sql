-- As it stood, unless the two were matched again since. Granted anew, so that the mentor's phones fetch the student
-- again; not to a mentor who waits for something, and the gate looks once more before the next answer to a phone.
UPDATE match
SET end_day = NULL, end_reason = NULL, ended_at = NULL, seq = ?2,
    status = coalesce(was.status, 'active'),
    granted_seq = CASE WHEN was.on_phones THEN ?2 ELSE granted_seq END,
    ended_seq = CASE WHEN was.on_phones THEN NULL ELSE ended_seq END
FROM (SELECT coalesce(json_extract(import_before.before, '$.on_phones'), 1) AND mentor.waits_for = '' AS on_phones,
             json_extract(import_before.before, '$.status') AS status, match.id AS match_id
      FROM import_before JOIN match ON match.id = key JOIN mentor ON mentor.id = match.mentor_id
      WHERE import_before.id = ?1) AS was
WHERE match.id = was.match_id AND end_reason = 'pupil_moved'
  AND NOT EXISTS (SELECT 1 FROM match AS other
                  WHERE other.student_id = match.student_id AND other.mentor_id = match.mentor_id
                    AND other.end_day IS NULL)
