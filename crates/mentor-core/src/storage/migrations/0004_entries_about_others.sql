-- Asked for every follow-up and every wrong number of three years: was it come back to, was anybody reached there since?
CREATE INDEX entry_about ON entry (match_id, "of") WHERE "of" IS NOT NULL;
CREATE INDEX entry_by_number ON entry (match_id, number) WHERE number IS NOT NULL;
-- Asked for every entry that a screen shows: how far did it come? After weeks offline many changes wait for one match.
CREATE INDEX change_of_entry ON change (match_id, entry_key) WHERE entry_key IS NOT NULL;
