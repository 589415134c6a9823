SELECT id, variant FROM match WHERE variant IS NOT NULL
