import { defineConfig } from 'drizzle-kit'

/**
 * `npm run db:generate -- --name <what-changes>` writes the next migration from the schema. drizzle-kit cannot say STRICT:
 * afterwards end each `CREATE TABLE` of the new file with `) STRICT;` (a test fails while one is missing).
 */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
})
