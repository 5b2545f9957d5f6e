import { index, pgTable, serial, text, vector } from "drizzle-orm/pg-core";

export const notes = pgTable(
  "notes",
  {
    id: serial("id").primaryKey(),
    body: text("body").notNull(),
    embedding: vector("embedding", { dimensions: 1536 }),
  },
  (table) => [index("notes_by_meaning").using("hnsw", table.embedding.op("vector_cosine_ops"))],
);
