INSERT INTO district_month (report, as_of, snapshot_id) VALUES (?1, ?2, ?3)
