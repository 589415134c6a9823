SELECT name, bell_minute, recorded_through FROM school
