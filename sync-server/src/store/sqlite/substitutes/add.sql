-- What ends it is there from its first day on: after its last day its basis holds no more.
INSERT INTO match (id, school_id, student_id, mentor_id, start_day, wake_up_calls, status, basis, basis_from, basis_until,
                   expected_end_day, stands_in_for, variant, proposed_at, granted_seq, ended_seq, seq)
SELECT :id, school_id, student_id, :mentor_id, :today, wake_up_calls, 'active', :basis, :today, :last_day, :last_day, id,
       variant, :at, 0, 0, 0
FROM match WHERE id = :for_match
