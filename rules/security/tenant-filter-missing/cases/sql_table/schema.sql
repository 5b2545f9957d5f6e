CREATE TABLE snippets (id bigint, workspace_id uuid NOT NULL, body text, embedding vector(1536));
CREATE INDEX ON snippets USING hnsw (embedding vector_cosine_ops);
