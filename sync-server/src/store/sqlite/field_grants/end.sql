UPDATE field_grant SET ended_at = :at, ended_by = :by, seq = :seq WHERE id = :id AND ended_at IS NULL
