DELETE FROM safety_contact
