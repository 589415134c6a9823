-- What the school waits for before it gives students to this phone: words with a space between; null: it has not said.
ALTER TABLE phone ADD COLUMN waits_for TEXT;
