SELECT mentor.id, mentor.name, match.start_day,
       (SELECT max(day) FROM thanks WHERE thanks.mentor_id = mentor.id AND thanks.school_id = ?1)
FROM mentor JOIN match ON match.mentor_id = mentor.id
WHERE mentor.school_id = ?1 AND match.school_id = ?1 AND match.status IN ('active', 'paused')
ORDER BY mentor.name COLLATE NOCASE, mentor.id, match.start_day
