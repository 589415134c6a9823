INSERT INTO resource_version (resource_id, school_id, name, factors, eligibility, hours, phone, verified_day, retired, staff_id, at)
VALUES (:resource_id, :school_id, :name, :factors, :eligibility, :hours, :phone, :verified_day, :retired, :staff_id, :at)
