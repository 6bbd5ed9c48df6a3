-- Terms: a concept and what it is called.
CREATE TABLE concept (
  id         TEXT   NOT NULL PRIMARY KEY,
  subject    TEXT   NOT NULL,
  definition TEXT   NOT NULL,
  note       TEXT   NOT NULL,
  source     TEXT   NOT NULL,
  version    BIGINT NOT NULL,
  changed_by TEXT   NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE TABLE term (
  concept_id TEXT   NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
  ordinal    BIGINT NOT NULL,
  language   TEXT   NOT NULL,
  text       TEXT   NOT NULL,
  status     TEXT   NOT NULL CHECK (status IN ('PREFERRED', 'ADMITTED', 'DEPRECATED', 'FORBIDDEN')),
  PRIMARY KEY (concept_id, ordinal)
);
