INSERT OR REPLACE INTO lock (id, salt, memory_kib, passes, nonce, sealed, tries) VALUES (1, ?1, ?2, ?3, ?4, ?5, 0)
