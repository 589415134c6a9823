SELECT * FROM phone
