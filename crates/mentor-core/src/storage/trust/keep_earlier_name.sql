INSERT OR REPLACE INTO kin (device_id, device_tag, certificate)
SELECT device_id, device_tag, certificate FROM phone WHERE certificate IS NOT NULL
