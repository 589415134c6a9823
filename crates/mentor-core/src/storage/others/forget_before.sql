DELETE FROM other_contact WHERE day < ?1
