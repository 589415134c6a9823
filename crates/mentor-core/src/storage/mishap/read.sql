UPDATE mishap SET is_read = 1
