-- Whether the match is or was on this mentor's phones: nothing else may be pushed to.
SELECT match.ended_at,
       (SELECT coalesce(max(change.seq), 0) FROM change WHERE change.match_id = match.id)
FROM match
WHERE match.id = :match_id AND match.mentor_id = :mentor_id AND match.school_id = :school_id AND match.granted_seq > 0
