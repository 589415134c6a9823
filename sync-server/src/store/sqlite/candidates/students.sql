-- Between two languages and two names stands the unit separator: none is in a name.
SELECT student.id,
       student.sis_id AS sis_id,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS name,
       student.grade AS grade,
       (SELECT group_concat(DISTINCT language || char(31)) FROM (
          SELECT student.home_language AS language
          UNION ALL
          SELECT guardian.language FROM student_guardian JOIN guardian ON guardian.id = guardian_id
          WHERE student_guardian.student_id = student.id AND student_guardian.active = 1 AND guardian.active = 1)
        WHERE language IS NOT NULL) AS languages,
       (SELECT group_concat(mentor.name, char(31)) FROM match JOIN mentor ON mentor.id = match.mentor_id
        WHERE match.student_id = student.id AND match.school_id = ?1 AND match.status IN ('active', 'paused')) AS mentors,
       (SELECT count(*) FROM match
        WHERE match.student_id = student.id AND match.school_id = ?1
          AND match.status IN ('proposed', 'family_notified')) AS preparing
FROM student
WHERE (?3 IS NULL OR student.id = ?3)
  AND student.id IN (SELECT student_id FROM enrollment
                     WHERE school_id = ?1
                       AND (?2 IS NULL OR (entry_day <= ?2 AND (exit_day IS NULL OR exit_day > ?2))))
ORDER BY student.family_name, student.given_name, student.id
