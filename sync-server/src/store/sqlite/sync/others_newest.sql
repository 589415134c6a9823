-- The newest change of any other mentor's record of this student, taken back or not.
SELECT coalesce(max(change.seq), 0)
FROM match JOIN change ON change.match_id = match.id
WHERE match.student_id = :student_id AND match.school_id = :school_id AND match.mentor_id <> :mentor_id
