import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,tests,scripts,bench,imaging,scores,language}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/world/server.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
