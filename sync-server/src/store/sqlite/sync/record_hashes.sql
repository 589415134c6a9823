-- Every record that this mentor's phones have or had, with the hash that is kept of it and when it was last checked.
SELECT id, ended_seq IS NULL, version, CASE WHEN kept = version THEN hash END, checked
FROM (SELECT match.id, ended_seq, record_hash.version AS kept, hash, checked,
             (SELECT coalesce(max(change.seq), 0) FROM change WHERE change.match_id = match.id) AS version
      FROM match LEFT JOIN record_hash ON record_hash.match_id = match.id
      WHERE match.mentor_id = :mentor_id AND match.school_id = :school_id AND granted_seq > 0)
