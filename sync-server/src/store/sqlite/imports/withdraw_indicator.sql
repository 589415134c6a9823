UPDATE indicator SET superseded_by = id WHERE id = ?1
