-- On no phone, and in no log: only the gate lets it through.
INSERT INTO match (id, school_id, student_id, mentor_id, start_day, wake_up_calls, rationale, status, expected_end_day,
                   variant, proposed_at, granted_seq, ended_seq, seq)
VALUES (:id, :school_id, :student_id, :mentor_id, :start_day, :wake_up_calls, :rationale, 'proposed', :expected_end_day,
        :variant, :at, 0, 0, 0)
