SELECT count(*) FROM attendance_event WHERE school_id = ?1 AND day = ?2 AND superseded_by IS NULL
