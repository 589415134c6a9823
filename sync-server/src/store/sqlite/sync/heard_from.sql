UPDATE device SET last_sync_at = :at WHERE id = :device_id
