-- What of a student may stay on this phone after the student has left it, and for how long.

-- Matches that are not on this phone any more and of which something that the server refused still is. It is let go of
-- after a time that the screen states.
CREATE TABLE departed (
  match_id BLOB PRIMARY KEY,
  at       INTEGER NOT NULL                       -- when this phone was told, by the server's clock
) STRICT, WITHOUT ROWID;

-- A damaged database is kept aside for as long as its row stands here, read or not.
ALTER TABLE mishap ADD COLUMN is_read INTEGER NOT NULL DEFAULT 0;
