-- Not on any phone before the gate has let it through.
INSERT INTO match (id, school_id, student_id, mentor_id, start_day, wake_up_calls, rationale,
                   status, basis, basis_from, granted_seq, ended_seq, seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'active', 'school_official', ?5, 0, 0, ?8)
