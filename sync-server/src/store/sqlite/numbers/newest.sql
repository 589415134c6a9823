SELECT coalesce(max(id), 0) FROM number_event WHERE guardian_id = ?1
