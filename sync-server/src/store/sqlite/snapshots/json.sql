SELECT json FROM snapshot WHERE id = ?1
