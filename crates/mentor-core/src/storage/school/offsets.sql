SELECT from_moment, seconds FROM school_offset ORDER BY from_moment
