SELECT kind, period_start, period_end, value, superseded_by IS NOT NULL FROM indicator
WHERE student_id = ?1
ORDER BY kind, period_start DESC, period_end DESC, id DESC
