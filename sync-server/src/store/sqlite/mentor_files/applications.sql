SELECT application.id, staff.name, application.at, 0,
       application.mentor_id, application.name, kind, organisation, contact, languages, interests, availability,
       capacity, motives, from_paper_day
FROM mentor_application AS application LEFT JOIN staff ON staff.id = application.staff_id
WHERE application.mentor_id = ?1
ORDER BY application.id DESC
