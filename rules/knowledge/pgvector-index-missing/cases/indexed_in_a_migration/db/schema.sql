CREATE TABLE passages (
  id bigserial PRIMARY KEY,
  body text NOT NULL,
  embedding vector(1536)
);
CREATE TABLE notes (id bigint, embedding vector(384));
