-- Phones prove themselves by their key, are let in only after two people compared three words, and hear that they are shut out.

-- What asked with the code: one phone, known by its key. Null until then.
ALTER TABLE invite ADD COLUMN public_key BLOB;            -- Ed25519
ALTER TABLE invite ADD COLUMN commitment BLOB;            -- sha-256 of the phone's nonce, told before it knew ours
ALTER TABLE invite ADD COLUMN phone_nonce BLOB;           -- null: not told yet, so there are no words yet
ALTER TABLE invite ADD COLUMN server_nonce BLOB;
ALTER TABLE invite ADD COLUMN platform TEXT;
ALTER TABLE invite ADD COLUMN app_version TEXT;
ALTER TABLE invite ADD COLUMN language TEXT;              -- of the words, on both sides
ALTER TABLE invite ADD COLUMN wrong_tries INTEGER NOT NULL DEFAULT 0;  -- with this code and another key or nonce
ALTER TABLE invite ADD COLUMN refused_at INTEGER;         -- when the coordinator said that the words differ
ALTER TABLE invite ADD COLUMN device_id BLOB REFERENCES device (id);   -- the phone that it made
CREATE INDEX invite_by_phone ON invite (public_key) WHERE public_key IS NOT NULL;
CREATE INDEX invite_by_mentor ON invite (mentor_id);
CREATE INDEX invite_by_device ON invite (device_id) WHERE device_id IS NOT NULL;

ALTER TABLE device ADD COLUMN leaving TEXT CHECK (leaving IN ('left', 'lost'));  -- null: shut out before there were two ways
ALTER TABLE device ADD COLUMN handed_in INTEGER;          -- how many changes it brought when it left; null: none was asked for
ALTER TABLE device ADD COLUMN wiped_at INTEGER;           -- when it said that nothing is on it any more

-- Signed by the mentor on this phone. Null: somebody of the school wrote it down.
ALTER TABLE mentor_agreement ADD COLUMN device_id BLOB REFERENCES device (id);
CREATE INDEX mentor_agreement_by_device ON mentor_agreement (device_id) WHERE device_id IS NOT NULL;

-- A phone that was lost is lost after a restore too.
DROP TRIGGER ledger_of_phones;
CREATE TRIGGER ledger_of_phones AFTER UPDATE OF revoked_at ON device
WHEN OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
BEGIN
  INSERT INTO ledger_due (what, subject, detail, at)
  VALUES ('phone_revoked', NEW.id, json_object('leaving', NEW.leaving), NEW.revoked_at);
END;

-- Short-lived tokens. `device.token_hash` was the long-lived one and is the device's id now, which opens nothing.
CREATE TABLE device_token (
  token_hash BLOB PRIMARY KEY,                            -- sha-256
  device_id  BLOB NOT NULL REFERENCES device (id),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX device_token_by_device ON device_token (device_id);
-- An app of before is a guest for a school year: its token opens until the phone has proved itself for the first time.
INSERT INTO device_token (token_hash, device_id, expires_at)
SELECT token_hash, id, unixepoch() + 365 * 86400 FROM device WHERE revoked_at IS NULL;
UPDATE device SET token_hash = id;

-- Whoever shuts a phone out, its tokens are gone in the same transaction.
CREATE TRIGGER tokens_of_a_phone_that_is_shut_out AFTER UPDATE OF revoked_at ON device
WHEN NEW.revoked_at IS NOT NULL
BEGIN DELETE FROM device_token WHERE device_id = NEW.id; END;
