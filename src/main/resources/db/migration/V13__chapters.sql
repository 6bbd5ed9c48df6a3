-- The parts of a film, WebVTT as it was taken in; an edition has them as it has its captions.
CREATE TABLE chapters (
  publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  language       TEXT NOT NULL,
  text           TEXT NOT NULL,                     -- WebVTT
  PRIMARY KEY (publication_id, language)
);
ALTER TABLE edition ADD COLUMN chapters TEXT NOT NULL DEFAULT '';

-- A text of a language that is read aloud, and when each of its sentences is said.
CREATE TABLE recording (
  publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  language       TEXT NOT NULL,
  media          TEXT NOT NULL REFERENCES media (id),
  text           TEXT NOT NULL,                     -- WebVTT: a cue is a sentence, its id the sentence's number
  PRIMARY KEY (publication_id, language)
);
