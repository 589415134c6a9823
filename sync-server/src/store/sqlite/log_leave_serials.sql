-- Far enough for every phone that was paired since the backup, and never the same twice.
UPDATE device_serial
SET at_least = max(at_least, coalesce((SELECT max(serial) FROM device), 0)) + 10000 + abs(random() % 65536)
