INSERT INTO self_check (day, support, standing, note, staff_id, at)
VALUES (:day, :support, :standing, :note, :staff_id, :at)
