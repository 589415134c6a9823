SELECT name, role, phone FROM safety_contact ORDER BY position
