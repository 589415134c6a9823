INSERT INTO mentor_application (mentor_id, name, kind, organisation, contact, languages, interests, availability,
                                capacity, motives, from_paper_day, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
