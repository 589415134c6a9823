UPDATE phone SET generation = ?1
