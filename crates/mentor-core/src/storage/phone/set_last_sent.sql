UPDATE phone SET last_sent_at = ?1
