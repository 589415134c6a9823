DELETE FROM pairing
