UPDATE match
SET end_day = ?2, end_reason = ?3, ended_at = ?4, ended_seq = coalesce(ended_seq, ?5), status = 'closed', seq = ?5
WHERE id = ?1
