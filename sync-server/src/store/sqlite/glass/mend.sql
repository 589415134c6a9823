UPDATE broken_glass SET mended_at = ?2 WHERE id = ?1 AND mended_at IS NULL
