UPDATE invite SET wrong_tries = wrong_tries + 1 WHERE code_hash = ?1
