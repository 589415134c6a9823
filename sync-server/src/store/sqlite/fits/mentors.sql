SELECT mentor.id, mentor.name AS name, mentor_profile.languages AS languages, mentor_profile.interests AS interests,
       mentor_profile.availability AS availability, mentor_profile.capacity AS capacity, mentor.waits_for AS waits_for,
       (SELECT count(*) FROM match WHERE match.mentor_id = mentor.id AND match.status <> 'closed') AS students
FROM mentor LEFT JOIN mentor_profile ON mentor_profile.mentor_id = mentor.id
WHERE mentor.school_id = ?1 AND instr(' ' || mentor.waits_for || ' ', ' left ') = 0
ORDER BY mentor.name COLLATE NOCASE, mentor.id
