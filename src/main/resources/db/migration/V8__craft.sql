-- Projects: documents belong to one, and roles are given in it. The first holds all there was; in it everybody has the role
-- of their account.
CREATE TABLE project (
  id               TEXT   NOT NULL PRIMARY KEY,
  name             TEXT   NOT NULL UNIQUE,
  source_language  TEXT   NOT NULL,
  target_language  TEXT   NOT NULL,
  reviewer_differs BIGINT NOT NULL DEFAULT 0,       -- 1 when nobody may review what they translated
  version          BIGINT NOT NULL DEFAULT 0,
  created_at       BIGINT NOT NULL
);
INSERT INTO project (id, name, source_language, target_language, created_at) VALUES ('default', 'Khos', 'zh', 'mn', 0);
CREATE TABLE member (
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  account    TEXT NOT NULL,                         -- the account's name
  role       TEXT NOT NULL CHECK (role IN ('TRANSLATOR', 'REVIEWER', 'EDITOR', 'ADMINISTRATOR')),
  PRIMARY KEY (project_id, account)
);
CREATE INDEX member_account ON member (account);
ALTER TABLE account ADD COLUMN disabled BIGINT NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN one_time BIGINT NOT NULL DEFAULT 0;  -- 1 while the password is one that must be changed

ALTER TABLE document ADD COLUMN project_id TEXT NOT NULL DEFAULT 'default';
-- The highest number a segment of the document ever had: numbers are never given twice.
ALTER TABLE document ADD COLUMN numbers BIGINT NOT NULL DEFAULT 0;
CREATE INDEX document_project ON document (project_id);

ALTER TABLE segment ADD COLUMN translated_by TEXT NOT NULL DEFAULT '';  -- whose the confirmed target is
ALTER TABLE segment ADD COLUMN approved TEXT;       -- the last target that was reviewed
ALTER TABLE segment ADD COLUMN old_source TEXT;     -- the source before it changed, until it is translated anew
ALTER TABLE segment ADD COLUMN returned TEXT;       -- why a reviewer gave it back, until it is translated anew
UPDATE segment SET approved = target WHERE state IN ('REVIEWED', 'FINAL');
UPDATE segment SET translated_by = changed_by WHERE state = 'TRANSLATED';
-- Beginnings only, as an index of PostgreSQL holds no long texts.
CREATE INDEX segment_source ON segment (document_id, substr(source, 1, 60));
CREATE INDEX segment_target ON segment (document_id, substr(target, 1, 60));

CREATE TABLE segment_change (
  id         TEXT   NOT NULL PRIMARY KEY,
  segment_id TEXT   NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
  kind       TEXT   NOT NULL,
  state      TEXT   NOT NULL,
  source     TEXT   NOT NULL,
  target     TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  changed_by TEXT   NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX segment_change_segment ON segment_change (segment_id, id);

CREATE TABLE ignored_issue (
  segment_id  TEXT   NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
  kind        TEXT   NOT NULL,
  fingerprint TEXT   NOT NULL,                      -- of the text that was matched
  ignored_by  TEXT   NOT NULL,
  ignored_at  BIGINT NOT NULL,
  PRIMARY KEY (segment_id, kind, fingerprint)
);

CREATE TABLE segment_comment (
  id          TEXT   NOT NULL PRIMARY KEY,
  segment_id  TEXT   NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
  document_id TEXT   NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  text        TEXT   NOT NULL,
  created_by  TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  resolved_by TEXT,                                 -- while it is open, NULL
  resolved_at BIGINT
);
CREATE INDEX segment_comment_segment ON segment_comment (segment_id, id);
CREATE INDEX segment_comment_document ON segment_comment (document_id, resolved_at);
CREATE TABLE comment_mention (
  comment_id TEXT NOT NULL REFERENCES segment_comment (id) ON DELETE CASCADE,
  account    TEXT NOT NULL,
  PRIMARY KEY (comment_id, account)
);
CREATE INDEX comment_mention_account ON comment_mention (account);

-- Who works where: nothing is lost when these are.
CREATE TABLE lease (
  segment_id  TEXT   NOT NULL PRIMARY KEY REFERENCES segment (id) ON DELETE CASCADE,
  document_id TEXT   NOT NULL,
  account     TEXT   NOT NULL,
  until       BIGINT NOT NULL
);
CREATE INDEX lease_document ON lease (document_id, until);
CREATE TABLE presence (
  document_id TEXT   NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  account     TEXT   NOT NULL,
  segment_id  TEXT   NOT NULL,                      -- where; empty for nowhere in particular
  seen_at     BIGINT NOT NULL,
  PRIMARY KEY (document_id, account)
);

-- Replacements, to be undone as one.
CREATE TABLE replacement (
  id          TEXT   NOT NULL PRIMARY KEY,
  document_id TEXT   NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  created_by  TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  undone_at   BIGINT
);
CREATE INDEX replacement_document ON replacement (document_id, id);
CREATE TABLE replaced_segment (
  replacement_id TEXT   NOT NULL REFERENCES replacement (id) ON DELETE CASCADE,
  segment_id     TEXT   NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
  target         TEXT   NOT NULL,                   -- as they were before
  draft          TEXT,
  state          TEXT   NOT NULL,
  version        BIGINT NOT NULL,                   -- behind the replacement; another one means it was touched since
  PRIMARY KEY (replacement_id, segment_id)
);
