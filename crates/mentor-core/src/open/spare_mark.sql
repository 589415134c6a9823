SELECT coalesce((SELECT max(position) FROM main.change WHERE state <> 'sent'), 0),
       (SELECT count(*) FROM main.change WHERE state <> 'sent'),
       coalesce((SELECT generation FROM main.phone), 0),
       (SELECT device_id FROM main.phone)
