SELECT install FROM phone
