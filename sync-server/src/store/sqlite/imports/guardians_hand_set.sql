SELECT id, field FROM hand_set WHERE noun = 'guardian'
