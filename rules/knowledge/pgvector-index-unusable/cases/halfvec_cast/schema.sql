CREATE TABLE chunks (id bigint PRIMARY KEY, body text, wide vector(3072));
CREATE INDEX chunks_wide ON chunks USING hnsw ((wide::halfvec(3072)) halfvec_cosine_ops);
