-- Its figures are known at the end of the file only; nobody sees the row before the transaction is whole.
INSERT INTO import_batch (kind, digest, rows_read, changes, problems, applied_at) VALUES (?1, x'', 0, 0, 0, ?2)
