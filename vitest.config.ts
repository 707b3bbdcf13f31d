import { defineConfig } from 'vitest/config';

// Whole stories, faults and starts tell times, so each runs alone, after the rest.
const alone = ['tests/{faults,journeys,command}/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/world/server.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['{src,tests,scripts,bench,imaging,scores,language}/**/*.test.{ts,tsx}'], exclude: [...alone, '**/node_modules/**'], sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'whole', include: alone, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
