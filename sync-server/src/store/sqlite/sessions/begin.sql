INSERT INTO session (token_hash, staff_id, form_token, created_at, last_seen_at, proved_at, browser, second_step_elsewhere)
VALUES (?1, ?2, ?3, ?4, ?4, ?4, ?5, ?6)
