UPDATE match SET status = 'closed', end_day = ?2, end_reason = 'not_begun', ended_at = ?3 WHERE id = ?1
