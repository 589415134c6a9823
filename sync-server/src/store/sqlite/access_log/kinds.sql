SELECT DISTINCT what FROM access_event ORDER BY what
