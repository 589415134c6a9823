SELECT prompt, text FROM plan_answer WHERE school_id = ?1 AND version = ?2
