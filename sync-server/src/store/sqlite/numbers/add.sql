INSERT INTO number_event (guardian_id, what, phone, source, day, told_at, staff_id, at)
VALUES (:guardian_id, :what, :phone, :source, :day, :told_at, :staff_id, :at)
