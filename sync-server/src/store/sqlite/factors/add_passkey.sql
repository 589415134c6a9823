INSERT INTO passkey (credential_id, staff_id, name, host, credential, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
