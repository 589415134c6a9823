INSERT OR REPLACE INTO lease (id, until, issued_at, used_to, ahead, asked_for) VALUES (1, ?1, ?2, ?3, ?4, ?5)
