UPDATE phone SET mentor = ?1
