BEGIN;
DROP TABLE IF EXISTS spare.phone;
DROP TABLE IF EXISTS spare.change;
CREATE TABLE spare.phone AS SELECT * FROM main.phone;
CREATE TABLE spare.change AS SELECT * FROM main.change WHERE state <> 'sent';
CREATE INDEX spare.change_position ON change (position);
COMMIT;
