CREATE EXTENSION IF NOT EXISTS vector;
CREATE TABLE tickets (
    id bigserial PRIMARY KEY,
    body text,
    embedding vector(1536)
);
