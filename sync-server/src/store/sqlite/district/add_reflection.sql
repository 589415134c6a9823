INSERT INTO reflection (school_id, month_day, prompt, text, staff_id, at)
VALUES (:school_id, :month_day, :prompt, :text, :staff_id, :at)
