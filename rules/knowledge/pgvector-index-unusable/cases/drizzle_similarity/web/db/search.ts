import { asc, cosineDistance, desc, sql } from "drizzle-orm";

import { db } from "./client";
import { notes } from "./schema";

export function similar(question: number[]) {
  const similarity = sql<number>`1 - (${cosineDistance(notes.embedding, question)})`;
  return db.select({ body: notes.body, similarity }).from(notes).orderBy((row) => desc(row.similarity)).limit(5);
}

export function nearest(question: number[]) {
  return db.select({ body: notes.body }).from(notes).orderBy(asc(cosineDistance(notes.embedding, question))).limit(5);
}
