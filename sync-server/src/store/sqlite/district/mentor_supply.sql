-- Who left is no longer there; who is paused comes back.
SELECT school.id,
       coalesce(sum(kind = 'school_staff'), 0) AS internal,
       coalesce(sum(kind <> 'school_staff'), 0) AS partners,
       coalesce(sum(mentor.id IS NOT NULL AND kind IS NULL), 0) AS unknown,
       coalesce(sum(EXISTS (SELECT 1 FROM match WHERE match.mentor_id = mentor.id AND match.status = 'active'
                                                  AND match.end_day IS NULL)), 0) AS placed
FROM school
LEFT JOIN mentor ON mentor.school_id = school.id
  AND coalesce((SELECT decision FROM mentor_decision WHERE mentor_id = mentor.id ORDER BY id DESC LIMIT 1), '') <> 'left'
LEFT JOIN mentor_profile ON mentor_profile.mentor_id = mentor.id
GROUP BY school.id
ORDER BY school.sis_id
