SELECT EXISTS (SELECT 1 FROM entry WHERE substr(entry_key, 1, length(?1) + 1) = ?1 || '-')
