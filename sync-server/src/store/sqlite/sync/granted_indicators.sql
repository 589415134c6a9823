SELECT kind, period_end, value FROM indicator
WHERE student_id = :student_id AND superseded_by IS NULL
ORDER BY period_end DESC, kind
LIMIT 60
