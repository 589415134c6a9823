INSERT INTO mentee_profile (school_id, student_id, interests, strengths, preferences, availability, staff_id, at)
VALUES (:school_id, :student_id, :interests, :strengths, :preferences, :availability, :staff_id, :at)
