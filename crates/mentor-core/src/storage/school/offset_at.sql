SELECT seconds FROM school_offset WHERE from_moment <= ?1 ORDER BY from_moment DESC LIMIT 1
