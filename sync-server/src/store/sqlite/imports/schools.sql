SELECT id, sis_id, name, time_zone, negative_reporting, recorded_through FROM school ORDER BY sis_id
