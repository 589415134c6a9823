DELETE FROM mishap WHERE is_read
