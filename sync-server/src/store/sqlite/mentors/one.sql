SELECT mentor.id, mentor.name,
       (SELECT count(*) FROM match WHERE mentor_id = mentor.id AND status <> 'closed'),
       (SELECT count(*) FROM device WHERE mentor_id = mentor.id AND revoked_at IS NULL),
       (SELECT max(last_sync_at) FROM device WHERE mentor_id = mentor.id)
FROM mentor
WHERE mentor.school_id = ?1 AND mentor.id = ?2
