SELECT csv FROM snapshot WHERE id = ?1
