INSERT INTO mentor_agreement (mentor_id, version, language, text_hash, signed_name, signed_how, signed_day, through,
                              staff_id, at, device_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
