SELECT key, value FROM school_rule
