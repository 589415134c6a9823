SELECT name, relation, contact FROM mentor_reference WHERE application_id = ?1 ORDER BY position
