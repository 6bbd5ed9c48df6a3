-- Runs unchanged on SQLite 3.40 or newer and PostgreSQL 15 or newer. Ids and times are made by the application:
-- ids are UUID version 7 as text, times are milliseconds since 1970 in UTC.

CREATE TABLE sequence (
  name  TEXT   NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

-- account ---------------------------------------------------------------------------------------------------------
CREATE TABLE account (
  id           TEXT    NOT NULL PRIMARY KEY,
  name         TEXT    NOT NULL UNIQUE,
  display_name TEXT    NOT NULL,
  password     TEXT    NOT NULL,
  role         TEXT    NOT NULL CHECK (role IN ('TRANSLATOR', 'REVIEWER', 'EDITOR', 'ADMINISTRATOR')),
  failures     BIGINT  NOT NULL DEFAULT 0,
  locked_until BIGINT  NOT NULL DEFAULT 0,
  created_at   BIGINT  NOT NULL
);

-- memory ----------------------------------------------------------------------------------------------------------
CREATE TABLE translation_unit (
  id              TEXT   NOT NULL PRIMARY KEY,
  seq             BIGINT NOT NULL UNIQUE,
  source_language TEXT   NOT NULL,
  target_language TEXT   NOT NULL,
  source          TEXT   NOT NULL,
  target          TEXT   NOT NULL,
  origin          TEXT   NOT NULL,
  author          TEXT   NOT NULL,
  created_at      BIGINT NOT NULL
);
-- One unit for each segment it came from: reviewing a segment again replaces its pair.
CREATE UNIQUE INDEX translation_unit_origin ON translation_unit (origin);

-- translation -----------------------------------------------------------------------------------------------------
CREATE TABLE document (
  id              TEXT   NOT NULL PRIMARY KEY,
  kind            TEXT   NOT NULL CHECK (kind IN ('ARTICLE', 'LESSON', 'EPISODE')),
  slug            TEXT   NOT NULL,
  title           TEXT   NOT NULL,
  source_language TEXT   NOT NULL,
  target_language TEXT   NOT NULL,
  source_text     TEXT   NOT NULL,
  translator      TEXT   NOT NULL,
  created_by      TEXT   NOT NULL,
  created_at      BIGINT NOT NULL,
  changed_at      BIGINT NOT NULL,
  UNIQUE (kind, slug)
);
CREATE TABLE segment (
  id          TEXT   NOT NULL PRIMARY KEY,
  document_id TEXT   NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal     BIGINT NOT NULL,
  number      BIGINT NOT NULL,                      -- stable within the document, for links such as #s42
  unit        BIGINT NOT NULL,                      -- -2 the title, -1 the summary, from 0 on the blocks of the body
  source      TEXT   NOT NULL,
  gap         TEXT   NOT NULL,                      -- what stands between this segment and the next of its unit
  target      TEXT   NOT NULL,
  draft       TEXT,                                 -- typed but not confirmed
  state       TEXT   NOT NULL CHECK (state IN ('INITIAL', 'TRANSLATED', 'REVIEWED', 'FINAL')),
  version     BIGINT NOT NULL,
  changed_by  TEXT   NOT NULL,
  changed_at  BIGINT NOT NULL,
  UNIQUE (document_id, ordinal)
);
CREATE INDEX segment_state ON segment (document_id, state, ordinal);

-- media -----------------------------------------------------------------------------------------------------------
CREATE TABLE media (
  id         TEXT   NOT NULL PRIMARY KEY,           -- the first 32 hexadecimal digits of the content's SHA-256
  name       TEXT   NOT NULL,
  type       TEXT   NOT NULL,
  size       BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);

-- publication -----------------------------------------------------------------------------------------------------
CREATE TABLE series (
  id              TEXT   NOT NULL PRIMARY KEY,
  slug            TEXT   NOT NULL UNIQUE,
  kind            TEXT   NOT NULL,
  baseline_plays  BIGINT NOT NULL DEFAULT 0,
  baseline_as_of  TEXT   NOT NULL DEFAULT '',
  baseline_source TEXT   NOT NULL DEFAULT ''
);
CREATE TABLE series_title (
  series_id TEXT NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  language  TEXT NOT NULL,
  title     TEXT NOT NULL,
  summary   TEXT NOT NULL,
  PRIMARY KEY (series_id, language)
);
CREATE TABLE publication (
  id          TEXT   NOT NULL PRIMARY KEY,
  kind        TEXT   NOT NULL CHECK (kind IN ('ARTICLE', 'LESSON', 'EPISODE')),
  slug        TEXT   NOT NULL,                      -- an episode's is series/number, for example cloud-classroom/01
  document_id TEXT   NOT NULL UNIQUE REFERENCES document (id),
  series_id   TEXT   REFERENCES series (id),
  number      BIGINT NOT NULL DEFAULT 0,
  video       TEXT   REFERENCES media (id),
  poster      TEXT   REFERENCES media (id),
  created_at  BIGINT NOT NULL,
  UNIQUE (kind, slug)
);
CREATE TABLE captions (
  publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  language       TEXT NOT NULL,
  text           TEXT NOT NULL,                     -- WebVTT
  PRIMARY KEY (publication_id, language)
);
-- Never updated: what a reader saw stays as it was.
CREATE TABLE edition (
  id             TEXT   NOT NULL PRIMARY KEY,
  publication_id TEXT   NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  language       TEXT   NOT NULL,
  revision       BIGINT NOT NULL,
  title          TEXT   NOT NULL,
  summary        TEXT   NOT NULL,
  body           TEXT   NOT NULL,                   -- Markdown
  captions       TEXT   NOT NULL,                   -- WebVTT, or empty
  category       TEXT   NOT NULL,
  dateline       TEXT   NOT NULL,                   -- ISO 8601 date
  author         TEXT   NOT NULL,
  translator     TEXT   NOT NULL,
  tags           TEXT   NOT NULL,                   -- one a line
  level          BIGINT NOT NULL,
  topic          TEXT   NOT NULL,
  created_by     TEXT   NOT NULL,
  created_at     BIGINT NOT NULL,
  UNIQUE (publication_id, language, revision)
);
CREATE TABLE sentence (
  edition_id TEXT   NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
  ordinal    BIGINT NOT NULL,
  number     BIGINT NOT NULL,                       -- the segment's; the same in both languages
  unit       BIGINT NOT NULL,
  text       TEXT   NOT NULL,
  PRIMARY KEY (edition_id, ordinal)
);
CREATE TABLE release (
  publication_id TEXT   NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  language       TEXT   NOT NULL,
  status         TEXT   NOT NULL CHECK (status IN ('PUBLISHED', 'WITHDRAWN')),
  edition_id     TEXT   NOT NULL REFERENCES edition (id),
  published_at   BIGINT NOT NULL,                   -- when this language first came out
  changed_at     BIGINT NOT NULL,
  PRIMARY KEY (publication_id, language)
);
CREATE INDEX release_edition ON release (edition_id);
-- What followers (index, page cache) read to catch up: every publish and withdraw, in the order of commits.
CREATE TABLE change (
  seq            BIGINT NOT NULL PRIMARY KEY,
  publication_id TEXT   NOT NULL,
  language       TEXT   NOT NULL,
  changed_at     BIGINT NOT NULL
);

-- audience --------------------------------------------------------------------------------------------------------
CREATE TABLE view_salt (
  day  TEXT NOT NULL PRIMARY KEY,
  salt TEXT NOT NULL
);
CREATE TABLE view_seen (
  id      TEXT   NOT NULL PRIMARY KEY,
  seen_at BIGINT NOT NULL
);
CREATE INDEX view_seen_at ON view_seen (seen_at);
CREATE TABLE view_last (
  visitor TEXT   NOT NULL,
  item    TEXT   NOT NULL,
  kind    TEXT   NOT NULL,
  last_at BIGINT NOT NULL,
  hour    BIGINT NOT NULL,
  PRIMARY KEY (visitor, item, kind)
);
CREATE INDEX view_last_at ON view_last (last_at);
CREATE TABLE view_count (
  item     TEXT   NOT NULL,
  language TEXT   NOT NULL,
  hour     BIGINT NOT NULL,
  views    BIGINT NOT NULL,
  uniques  BIGINT NOT NULL,
  plays    BIGINT NOT NULL,
  robots   BIGINT NOT NULL,
  hits     BIGINT NOT NULL,
  PRIMARY KEY (item, language, hour)
);
