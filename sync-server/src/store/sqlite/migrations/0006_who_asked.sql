-- Who made a report on the command line, and imports that stored nothing.

ALTER TABLE access_event ADD COLUMN by_name TEXT;        -- who ran a command; null: staff on a page, or a phone
ALTER TABLE access_event ADD COLUMN detail TEXT;         -- which report as of which day; keys and words, no names

-- 'applied', 'tried' (a dry run) or 'refused'. A row that is not 'applied' is referred to by nothing.
ALTER TABLE import_batch ADD COLUMN outcome TEXT NOT NULL DEFAULT 'applied';
