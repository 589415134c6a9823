SELECT action FROM shut_out
