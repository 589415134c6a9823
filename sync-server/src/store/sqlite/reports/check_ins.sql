-- That there was a talk, never what was said in it.
SELECT school_id, mentor_id, day FROM support_check_in
WHERE (?1 IS NULL OR school_id = ?1) AND day <= ?2
ORDER BY day, id
