-- A proposal: no phone has it before the family was told and its basis is written down.
INSERT INTO match (id, school_id, student_id, mentor_id, start_day, expected_end_day, rationale, status, proposed_at,
                   granted_seq, ended_seq, seq)
SELECT :id, school_id, student_id, :mentor_id, :start_day, :expected_end_day, :rationale, 'proposed', :at, 0, 0, 0
FROM match WHERE id = :from
