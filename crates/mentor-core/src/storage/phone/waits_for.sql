SELECT waits_for FROM phone
