SELECT device_id, device_tag, certificate FROM kin WHERE log_id IS NOT ?1 ORDER BY device_id
