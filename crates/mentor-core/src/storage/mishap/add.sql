INSERT INTO mishap (at, what, rescued, lost, paired) VALUES (?1, 'damaged', ?2, ?3, ?4)
