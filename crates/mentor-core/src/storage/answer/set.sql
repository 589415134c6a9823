-- The same answer once more is still read; another one is not yet.
INSERT INTO answer (match_id, entry_key, status, text, by_name, at)
SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM match WHERE id = ?1)
ON CONFLICT (match_id, entry_key) DO UPDATE SET
  read_day = CASE WHEN (status, text, at) IS (excluded.status, excluded.text, excluded.at) THEN read_day END,
  status = excluded.status,
  text = excluded.text,
  by_name = excluded.by_name,
  at = excluded.at
