CREATE INDEX CONCURRENTLY IF NOT EXISTS passages_embedding ON public.passages USING hnsw (embedding vector_cosine_ops);
