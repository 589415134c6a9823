-- Whether this phone had asked for the lease with a number that the server signed with it. Once one was, no other counts:
-- what somebody recorded answers another question.
ALTER TABLE lease ADD COLUMN asked_for INTEGER NOT NULL DEFAULT 0 CHECK (asked_for IN (0, 1));
