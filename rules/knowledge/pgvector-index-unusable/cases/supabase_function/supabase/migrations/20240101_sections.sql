create extension if not exists vector with schema extensions;
create table sections (
  id bigserial primary key,
  content text,
  embedding extensions.vector(384)
);
create index on sections using ivfflat (embedding vector_cosine_ops) with (lists = 100);
