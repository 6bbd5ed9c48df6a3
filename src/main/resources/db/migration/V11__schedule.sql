-- What is to be published or taken back later; a row goes when it is done, in the same transaction.
CREATE TABLE schedule (
  document_id TEXT   NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  language    TEXT   NOT NULL,
  action      TEXT   NOT NULL CHECK (action IN ('PUBLISH', 'WITHDRAW')),
  due_at      BIGINT NOT NULL,
  failure     TEXT   NOT NULL DEFAULT '',           -- why it was not done when it was due: a key, then its arguments, a line each
  created_by  TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  PRIMARY KEY (document_id, language, action)
);
CREATE INDEX schedule_due ON schedule (failure, due_at);

-- Addresses under which a text can be seen before it is published; only their hashes are kept.
CREATE TABLE preview_link (
  id          TEXT   NOT NULL PRIMARY KEY,
  document_id TEXT   NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  language    TEXT   NOT NULL,                      -- that it opens in
  hash        TEXT   NOT NULL UNIQUE,               -- SHA-256 in hexadecimal digits
  created_by  TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL
);
CREATE INDEX preview_link_document ON preview_link (document_id, expires_at);
