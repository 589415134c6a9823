SELECT talk.day, talk.way AS way, talk.topics AS topics, talk.needs AS needs, talk.prompts AS prompts, talk.note AS note,
       talk.next_step AS next_step, staff.name AS by_name
FROM support_check_in AS talk JOIN staff ON staff.id = talk.staff_id
WHERE talk.school_id = ?1 AND talk.mentor_id = ?2
ORDER BY talk.day DESC, talk.id DESC
