DELETE FROM granted_field WHERE until_day < ?1
