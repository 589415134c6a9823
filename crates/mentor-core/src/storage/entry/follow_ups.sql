-- What was to be come back to by today, unless the mentor came back to it on an earlier day. Without statistics SQLite
-- would rather read all entries of the match for each of them.
SELECT entry.*, change.state
FROM entry LEFT JOIN change ON change.match_id = entry.match_id AND change.entry_key = entry.entry_key
WHERE entry.match_id = :match_id AND follow_up <= :today AND voided_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry AS back INDEXED BY entry_about
                  WHERE back.match_id = entry.match_id AND back."of" = entry.entry_key AND back.voided_at IS NULL AND back.day < :today)
ORDER BY follow_up, at, entry.entry_key
