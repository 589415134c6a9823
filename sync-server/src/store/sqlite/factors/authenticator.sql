SELECT secret, last_step FROM authenticator WHERE staff_id = ?1
