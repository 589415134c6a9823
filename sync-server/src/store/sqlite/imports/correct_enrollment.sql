UPDATE enrollment SET entry_day = ?4, exit_day = ?5, seq = ?6
WHERE student_id = ?1 AND school_id = ?2 AND entry_day = ?3
