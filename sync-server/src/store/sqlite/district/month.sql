SELECT snapshot.id, snapshot.json, snapshot.csv, snapshot.frozen_at
FROM district_month
JOIN snapshot ON snapshot.id = district_month.snapshot_id
WHERE district_month.report = ?1 AND district_month.as_of = ?2
