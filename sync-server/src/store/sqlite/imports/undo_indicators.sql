SELECT now.id, now.student_id, now.kind, now.period_start, now.period_end, was.value
FROM indicator AS now
LEFT JOIN indicator AS was ON was.superseded_by = now.id AND was.id <> now.id
WHERE now.batch_id = ?1 AND now.superseded_by IS NULL
