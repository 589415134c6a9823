UPDATE phone SET server_key = ?1, certificate = ?2
