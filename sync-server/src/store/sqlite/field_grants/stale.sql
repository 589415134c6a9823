SELECT EXISTS (SELECT 1 FROM field_grant JOIN match ON match.id = field_grant.match_id
               WHERE match.school_id = ?1 AND stale = 1)
