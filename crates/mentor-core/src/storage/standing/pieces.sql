SELECT hash, bytes, state, entry_key, refusals FROM change
WHERE match_id = ?1 AND state <> 'refused' ORDER BY position
