-- The latest first; ?2: of one match only.
SELECT review.match_id, review.day, review.student_wish AS student_wish, review.family_wish AS family_wish,
       review.works AS works, review.change AS change, review.decision AS decision, staff.name AS by_name
FROM match_review AS review
JOIN match ON match.id = review.match_id
JOIN staff ON staff.id = review.staff_id
WHERE match.school_id = ?1 AND (?2 IS NULL OR review.match_id = ?2)
ORDER BY review.id DESC
