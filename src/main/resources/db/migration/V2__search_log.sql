-- What readers ask, a row for each question and day; nothing of who asked.
CREATE TABLE search_log (
  day   TEXT   NOT NULL,                            -- ISO 8601 date, in the time of the house
  query TEXT   NOT NULL,
  asked BIGINT NOT NULL,
  found BIGINT NOT NULL,                            -- answers the last time
  PRIMARY KEY (day, query)
);
