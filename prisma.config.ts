import { defineConfig } from 'prisma/config'

/** For Prisma's own commands (generate, studio); migrations are made and applied by lib/server/db. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: `file:${process.env.CHALKGRAD_DATA || './data'}/chalkgrad.db` },
})
