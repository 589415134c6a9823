SELECT application.id, staff.name, application.at, 0,
       application.mentor_id, application.name, kind, organisation, contact, languages, interests, availability,
       capacity, motives, from_paper_day
FROM mentor_profile AS application
JOIN mentor ON mentor.id = application.mentor_id
LEFT JOIN staff ON staff.id = application.staff_id
WHERE mentor.school_id = ?1
