INSERT INTO step_mark (school_id, school_year, step, done_day, evidence, staff_id, at)
VALUES (:school_id, :school_year, :step, :done_day, :evidence, :staff_id, :at)
