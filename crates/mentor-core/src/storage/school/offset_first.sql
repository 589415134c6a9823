SELECT seconds FROM school_offset ORDER BY from_moment LIMIT 1
