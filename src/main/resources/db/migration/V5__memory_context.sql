-- Hashes of the sentences before (high half) and after a unit's source; 0 where they are not known.
ALTER TABLE translation_unit ADD COLUMN context BIGINT NOT NULL DEFAULT 0;
