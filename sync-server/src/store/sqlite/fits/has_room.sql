-- Room for one more, as far as anybody wrote down how many.
SELECT mentor_profile.capacity IS NULL
       OR (SELECT count(*) FROM match WHERE match.mentor_id = mentor.id AND match.status <> 'closed') < mentor_profile.capacity
FROM mentor LEFT JOIN mentor_profile ON mentor_profile.mentor_id = mentor.id
WHERE mentor.id = ?1
