DELETE FROM shut_out
