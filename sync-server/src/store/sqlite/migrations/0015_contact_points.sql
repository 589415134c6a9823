-- What became of families' numbers. `guardian.phone` stays the number to call; each number that it ever was is a row here.

CREATE TABLE number_event (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  guardian_id BLOB NOT NULL REFERENCES guardian (id),
  what        TEXT NOT NULL,                      -- `NumberEvent::word`
  phone       TEXT,                               -- the number from this row on; null: none that can be called
  source      TEXT,                               -- `NumberSource::word`; null: the school's own record
  day         INTEGER,                            -- when the source said so; null: with the record
  told_at     INTEGER,                            -- the latest report of a dead number that it deals with, by the phone's
                                                  -- clock, which may be ahead of ours; null: there was none
  staff_id    BLOB REFERENCES staff (id),         -- null: an import, or the command line
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX number_event_by_guardian ON number_event (guardian_id, id);
CREATE TRIGGER number_event_is_not_changed BEFORE UPDATE ON number_event
BEGIN SELECT raise(ABORT, 'what became of a number is never changed, only followed by more'); END;
CREATE TRIGGER number_event_is_not_removed BEFORE DELETE ON number_event
BEGIN SELECT raise(ABORT, 'what became of a number is never removed'); END;

INSERT INTO number_event (guardian_id, what, phone, at)
SELECT id, 'recorded', phone, unixepoch() FROM guardian WHERE phone IS NOT NULL;

-- Whoever writes a number (an import, its undoing, the command line), the one before it stays to be read. What staff set
-- on a page stands in its row before the guardian is touched, so that nothing is written twice.
CREATE TRIGGER guardian_begins_with_a_number AFTER INSERT ON guardian WHEN NEW.phone IS NOT NULL
BEGIN INSERT INTO number_event (guardian_id, what, phone, at) VALUES (NEW.id, 'recorded', NEW.phone, unixepoch()); END;
CREATE TRIGGER guardian_has_another_number AFTER UPDATE OF phone ON guardian
WHEN OLD.phone IS NOT NEW.phone
  AND NEW.phone IS NOT (SELECT phone FROM number_event WHERE guardian_id = NEW.id ORDER BY id DESC LIMIT 1)
BEGIN INSERT INTO number_event (guardian_id, what, phone, at) VALUES (NEW.id, 'recorded', NEW.phone, unixepoch()); END;

-- The work list looks for wrong numbers only.
CREATE INDEX contact_wrong_number ON contact (match_id) WHERE outcome = 'wrong_number';
