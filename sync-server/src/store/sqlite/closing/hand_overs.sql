SELECT hand_over.match_id, text, staff.name, hand_over.at
FROM hand_over
JOIN match ON match.id = hand_over.match_id
JOIN staff ON staff.id = hand_over.staff_id
WHERE match.school_id = ?1 AND hand_over.match_id = ?2
ORDER BY hand_over.id DESC
