-- The same two with what was agreed; what was recorded stays in the old record.
INSERT INTO match (id, school_id, student_id, mentor_id, start_day, wake_up_calls, rationale, status, basis, basis_from,
                   basis_until, basis_scope, expected_end_day, variant, proposed_at, granted_seq, ended_seq, seq)
SELECT :id, school_id, student_id, mentor_id, :today, wake_up_calls, rationale, :status, basis, basis_from, basis_until,
       basis_scope, :expected_end_day, variant, :at, 0, 0, 0
FROM match WHERE id = :old
