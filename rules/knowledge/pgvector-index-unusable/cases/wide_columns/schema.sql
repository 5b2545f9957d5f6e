CREATE TABLE chunks (id bigint PRIMARY KEY, body text, wide vector(3072));
CREATE INDEX chunks_wide ON chunks USING hnsw (wide vector_cosine_ops);
CREATE TABLE halves (id bigint PRIMARY KEY, body text, half halfvec(3072));
CREATE INDEX halves_half ON halves USING hnsw (half halfvec_cosine_ops);
