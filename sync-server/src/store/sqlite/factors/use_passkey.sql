UPDATE passkey SET credential = ?2, used_at = ?3 WHERE credential_id = ?1
