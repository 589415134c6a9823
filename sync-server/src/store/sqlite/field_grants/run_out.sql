-- Those whose last day is over.
SELECT field_grant.id, match.student_id, field FROM field_grant JOIN match ON match.id = field_grant.match_id
WHERE match.school_id = ?1 AND field_grant.ended_at IS NULL AND (until_day < ?2 OR match.status = 'closed')
ORDER BY field_grant.id
