UPDATE shut_out SET device_id = NULL, signing_key = NULL, server = NULL, server_key = NULL
