SELECT id, sis_id, given_name, family_name, phone, language, active FROM guardian
