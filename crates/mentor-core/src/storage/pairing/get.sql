SELECT * FROM pairing
