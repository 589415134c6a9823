-- How this phone gets over what the server refused, over being a copy of itself, and over damage.

-- How often what it says was refused already. What the server goes on refusing is set aside.
ALTER TABLE change ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
-- The versions before this one left refused changes in their records, where they held up all that came after. They are
-- sent once more; what is refused again is set aside, and the rest is written anew.
UPDATE change SET state = 'unsent', refusal = NULL WHERE state = 'refused';

-- On which installation this database was last open. Another one: this is a copy, and writes under another name. Null:
-- the platform was not asked yet.
ALTER TABLE phone ADD COLUMN install BLOB;

-- Entries that were written again, with the key that a screen may still hold.
CREATE TABLE renamed (
  match_id BLOB NOT NULL,
  old_key  TEXT NOT NULL,
  new_key  TEXT NOT NULL,
  PRIMARY KEY (match_id, old_key)
) STRICT, WITHOUT ROWID;

-- What befell this phone's data, told on its own screen until the mentor has read it.
CREATE TABLE mishap (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  what    TEXT NOT NULL CHECK (what IN ('damaged')),
  rescued INTEGER NOT NULL,                       -- unsent changes that were taken over
  lost    INTEGER NOT NULL,                       -- unsent changes that were seen and could not be read
  paired  INTEGER NOT NULL                        -- 1: the pairing was taken over
) STRICT;
