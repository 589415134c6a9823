DELETE FROM quarantine WHERE received_at < ?1
