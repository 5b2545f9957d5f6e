CREATE TABLE pages (id bigint, small_embedding vector(384), large_embedding vector(1536));
