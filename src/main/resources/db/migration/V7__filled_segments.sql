-- What filled segments by itself, to be undone as a whole: a propagation or a pre-translation.
CREATE TABLE filling (
  id          TEXT   NOT NULL PRIMARY KEY,
  document_id TEXT   NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  kind        TEXT   NOT NULL CHECK (kind IN ('PROPAGATION', 'PRETRANSLATION')),
  created_by  TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  undone_at   BIGINT                                -- while it stands, NULL
);
CREATE INDEX filling_document ON filling (document_id, created_at);
CREATE TABLE filled_segment (
  filling_id  TEXT   NOT NULL REFERENCES filling (id) ON DELETE CASCADE,
  segment_id  TEXT   NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
  origin      TEXT   NOT NULL,                      -- of the unit or segment that its text came from
  similarity  BIGINT NOT NULL,
  adapted     BIGINT NOT NULL,                      -- how many places of that text were adapted
  version     BIGINT NOT NULL,                      -- of the segment when it was filled; another one means it was touched since
  PRIMARY KEY (filling_id, segment_id)
);
CREATE INDEX filled_segment_segment ON filled_segment (segment_id);
