SELECT 1 FROM actor WHERE actor = ?1
