UPDATE lock SET tries = tries + 1 WHERE tries < ?1
