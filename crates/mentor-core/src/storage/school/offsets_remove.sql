DELETE FROM school_offset
