-- Keys of programs; only their hashes are kept.
CREATE TABLE api_token (
  id         TEXT   NOT NULL PRIMARY KEY,
  account_id TEXT   NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  label      TEXT   NOT NULL,
  hash       TEXT   NOT NULL UNIQUE,                -- SHA-256 in hexadecimal digits
  created_at BIGINT NOT NULL,
  used_at    BIGINT NOT NULL DEFAULT 0              -- to the hour
);
CREATE INDEX api_token_account ON api_token (account_id);
