SELECT code_hash, expires_at, used_at, refused_at, public_key, phone_nonce, server_nonce, platform, app_version, language,
       wrong_tries
FROM invite JOIN mentor ON mentor.id = invite.mentor_id
WHERE mentor.school_id = ?1 AND mentor.id = ?2
ORDER BY invite.created_at DESC, used_at IS NOT NULL
LIMIT 1
