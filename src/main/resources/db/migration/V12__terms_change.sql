-- Terms by the hundred thousand: what changed since when, and words to be searched by.

-- The number of the change that a concept was last written with: a node that has read up to a number reads what is above it.
ALTER TABLE concept ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;
CREATE INDEX concept_seq ON concept (seq);
CREATE TABLE removed_concept (
  id  TEXT   NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL
);
CREATE INDEX removed_concept_seq ON removed_concept (seq);

-- In small letters, as the application folds them. Neither database folds Cyrillic everywhere: SQLite knows ASCII only, and so does
-- PostgreSQL in a database of the locale C.
ALTER TABLE concept ADD COLUMN folded_subject TEXT NOT NULL DEFAULT '';
ALTER TABLE term ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE concept SET folded_subject = lower(subject);
UPDATE concept SET folded_subject = replace(replace(replace(replace(replace(replace(replace(replace(replace(folded_subject
    , 'А', 'а'), 'Б', 'б'), 'В', 'в'), 'Г', 'г'), 'Д', 'д')
    , 'Е', 'е'), 'Ж', 'ж'), 'З', 'з'), 'И', 'и');
UPDATE concept SET folded_subject = replace(replace(replace(replace(replace(replace(replace(replace(replace(folded_subject
    , 'Й', 'й'), 'К', 'к'), 'Л', 'л'), 'М', 'м'), 'Н', 'н')
    , 'О', 'о'), 'П', 'п'), 'Р', 'р'), 'С', 'с');
UPDATE concept SET folded_subject = replace(replace(replace(replace(replace(replace(replace(replace(replace(folded_subject
    , 'Т', 'т'), 'У', 'у'), 'Ф', 'ф'), 'Х', 'х'), 'Ц', 'ц')
    , 'Ч', 'ч'), 'Ш', 'ш'), 'Щ', 'щ'), 'Ъ', 'ъ');
UPDATE concept SET folded_subject = replace(replace(replace(replace(replace(replace(replace(replace(folded_subject
    , 'Ы', 'ы'), 'Ь', 'ь'), 'Э', 'э'), 'Ю', 'ю'), 'Я', 'я')
    , 'Ё', 'ё'), 'Ө', 'ө'), 'Ү', 'ү');
UPDATE term SET folded = lower(text);
UPDATE term SET folded = replace(replace(replace(replace(replace(replace(replace(replace(replace(folded
    , 'А', 'а'), 'Б', 'б'), 'В', 'в'), 'Г', 'г'), 'Д', 'д')
    , 'Е', 'е'), 'Ж', 'ж'), 'З', 'з'), 'И', 'и');
UPDATE term SET folded = replace(replace(replace(replace(replace(replace(replace(replace(replace(folded
    , 'Й', 'й'), 'К', 'к'), 'Л', 'л'), 'М', 'м'), 'Н', 'н')
    , 'О', 'о'), 'П', 'п'), 'Р', 'р'), 'С', 'с');
UPDATE term SET folded = replace(replace(replace(replace(replace(replace(replace(replace(replace(folded
    , 'Т', 'т'), 'У', 'у'), 'Ф', 'ф'), 'Х', 'х'), 'Ц', 'ц')
    , 'Ч', 'ч'), 'Ш', 'ш'), 'Щ', 'щ'), 'Ъ', 'ъ');
UPDATE term SET folded = replace(replace(replace(replace(replace(replace(replace(replace(folded
    , 'Ы', 'ы'), 'Ь', 'ь'), 'Э', 'э'), 'Ю', 'ю'), 'Я', 'я')
    , 'Ё', 'ё'), 'Ө', 'ө'), 'Ү', 'ү');
CREATE INDEX term_text ON term (text);
