SELECT student_id, mentor_id, factor AS factor, holds AS holds FROM pair_note
WHERE school_id = ?1 AND (?2 IS NULL OR student_id = ?2)
  AND id = (SELECT max(id) FROM pair_note AS later
            WHERE later.school_id = pair_note.school_id AND later.student_id = pair_note.student_id
              AND later.mentor_id = pair_note.mentor_id AND later.factor = pair_note.factor)
