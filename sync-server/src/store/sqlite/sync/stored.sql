-- Without those that are kept in one document: it has a checksum of its own.
SELECT hash, bytes, rowid FROM change WHERE match_id = :match_id AND length(bytes) > 0
