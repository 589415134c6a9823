SELECT id, sis_id, name, negative_reporting, recorded_through FROM school ORDER BY sis_id
