DELETE FROM hand_set WHERE noun = ?1 AND id = ?2 AND field = ?3
