UPDATE match SET status = 'closed', end_day = ?2, end_reason = ?3, ended_at = ?4 WHERE id = ?1
