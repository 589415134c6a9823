-- By how many seconds this phone's clock ran ahead of the school's when the lease was given: a lease lasts as long on a
-- phone whose clock is wrong.
ALTER TABLE lease ADD COLUMN ahead INTEGER NOT NULL DEFAULT 0 CHECK (ahead >= 0);
