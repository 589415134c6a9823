SELECT salt, memory_kib, passes, nonce, sealed, tries FROM lock
