-- Where a unit came from, and what other programs said of it in TMX: a line "name<tab>value" for each property.
ALTER TABLE translation_unit ADD COLUMN provenance TEXT NOT NULL DEFAULT 'REVIEWED'
  CHECK (provenance IN ('REVIEWED', 'IMPORTED', 'UNREVIEWED', 'MACHINE'));
ALTER TABLE translation_unit ADD COLUMN properties TEXT NOT NULL DEFAULT '';
UPDATE translation_unit SET provenance = 'IMPORTED' WHERE origin LIKE 'tmx:%';
