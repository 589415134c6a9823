SELECT at, rescued, lost, paired FROM mishap ORDER BY id DESC LIMIT 1
