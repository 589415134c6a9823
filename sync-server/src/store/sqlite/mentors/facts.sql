SELECT mentor.id, mentor.waits_for,
       (SELECT kind FROM mentor_profile WHERE mentor_id = mentor.id) AS kind,
       (SELECT decision FROM mentor_decision WHERE mentor_id = mentor.id ORDER BY id DESC LIMIT 1) AS decision,
       (SELECT max(through) FROM mentor_agreement AS signed
        WHERE mentor_id = mentor.id AND version = :version
          AND NOT EXISTS (SELECT 1 FROM mentor_fact_taken_back WHERE fact = 'agreement' AND fact_id = signed.id)),
       (SELECT count(*) FROM match WHERE mentor_id = mentor.id AND status <> 'closed')
FROM mentor
WHERE mentor.school_id = :school_id
