SELECT signing_key FROM phone
