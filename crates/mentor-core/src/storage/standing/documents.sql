SELECT match_id, document, sha256 FROM record
