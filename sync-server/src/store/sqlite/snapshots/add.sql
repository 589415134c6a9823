INSERT INTO snapshot (report, school_id, as_of, rule_version, inputs, json, csv, frozen_at, frozen_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
