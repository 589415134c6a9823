UPDATE phone SET mentor = ?1, waits_for = coalesce(?2, waits_for)
