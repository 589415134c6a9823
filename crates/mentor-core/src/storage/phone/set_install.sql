UPDATE phone SET install = ?1
