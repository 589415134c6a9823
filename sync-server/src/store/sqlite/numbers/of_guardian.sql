  AND guardian.id = :guardian_id
ORDER BY student.family_name, student.given_name, student.id
