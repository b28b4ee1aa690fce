import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['better-sqlite3', '@prisma/adapter-better-sqlite3', '@node-rs/argon2'],
  // There are no pictures to be scaled; the endpoint would only be work that strangers can ask for.
  images: { unoptimized: true },
  // Of zod, browsers get what they use (lib/launch/build/shaken.mjs).
  turbopack: { resolveAlias: { 'zod/mini': { browser: './build/browser/zod-mini.js' } } },
  // The addresses of exercises from before they could be worked at without a class.
  redirects: async () => [
    { source: '/exercises', destination: '/learn/exercises', permanent: true },
    { source: '/exercises/:slug', destination: '/learn/exercises/:slug', permanent: true },
  ],
  // A build made for tests or by hand beside a running server must not overwrite the one that it serves.
  distDir: process.env.CHALKGRAD_NEXT_DIR ?? '.next',
}

export default createNextIntlPlugin('./app/messages/request.ts')(config)
