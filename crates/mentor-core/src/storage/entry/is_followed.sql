-- Whether the mentor came back to the contact.
SELECT EXISTS (SELECT 1 FROM entry INDEXED BY entry_about
               WHERE match_id = :match_id AND "of" = :entry_key AND voided_at IS NULL)
