SELECT mentor.name, school.id, school.name
FROM mentor JOIN school ON school.id = mentor.school_id
WHERE mentor.id = ?1
