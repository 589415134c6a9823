-- All that this mentor has or had here, with what each phone must be told by cursor.
SELECT match.id, student_id, start_day, wake_up_calls, granted_seq, ended_seq, match.seq
FROM match
WHERE match.mentor_id = :mentor_id AND match.school_id = :school_id
ORDER BY granted_seq, match.id
