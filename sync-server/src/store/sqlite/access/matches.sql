-- All that are not closed, and what phones still hold.
SELECT id, mentor_id, student_id, status, basis, basis_from, basis_until, end_day,
       granted_seq > 0 AND ended_seq IS NULL AS is_on_phones
FROM match
WHERE school_id = ?1 AND (status <> 'closed' OR (granted_seq > 0 AND ended_seq IS NULL))
ORDER BY id
