SELECT negative_reporting FROM school WHERE id = ?1
