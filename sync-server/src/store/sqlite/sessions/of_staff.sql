SELECT token_hash, created_at, last_seen_at, browser
FROM session
WHERE staff_id = ?1 AND created_at > ?2 AND last_seen_at > ?3
ORDER BY last_seen_at DESC, created_at DESC
