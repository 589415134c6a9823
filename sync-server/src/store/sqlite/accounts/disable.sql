UPDATE staff SET disabled_at = ?2 WHERE login = ?1 AND disabled_at IS NULL RETURNING id
