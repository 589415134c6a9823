UPDATE match SET status = 'closed', end_day = expected_end_day + 1, end_reason = 'substitute_over', ended_at = ?3
WHERE school_id = ?1 AND stands_in_for IS NOT NULL AND end_day IS NULL AND expected_end_day < ?2
