DELETE FROM school_rule
