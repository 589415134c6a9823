SELECT at, rescued, lost, paired FROM mishap WHERE NOT is_read ORDER BY id DESC LIMIT 1
