create or replace function match_sections(query_embedding vector(384), match_count int)
returns setof sections language sql stable as $$
  select * from sections
  order by embedding <=> query_embedding
  limit match_count;
$$;
create or replace function match_sections_above(query_embedding vector(384), match_threshold float, match_count int)
returns table (id bigint, content text, similarity float) language sql stable as $$
  select
    sections.id,
    sections.content,
    1 - (sections.embedding <=> query_embedding) as similarity
  from sections
  where 1 - (sections.embedding <=> query_embedding) > match_threshold
  order by similarity desc
  limit match_count;
$$;
