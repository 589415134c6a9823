UPDATE staff SET password_hash = '' WHERE id = ?1
