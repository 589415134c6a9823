UPDATE school SET log_id = randomblob(8)
