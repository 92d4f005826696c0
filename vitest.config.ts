import { defineConfig } from 'vitest/config'

// A file leaves nothing behind for the next, so they share what a worker has loaded: loading takes a third of the time.
// What is waited for takes as long as a busy machine needs; what never comes is told by the test’s own limit.
const shared = {
  setupFiles: ['tests/setup/console.ts'],
  pool: 'forks' as const,
  isolate: false,
  expect: { poll: { timeout: 25_000 } },
}

export default defineConfig({
  test: {
    // One more than the processors of the smallest machine: most of what takes long waits for processes that start or end.
    maxWorkers: 3,
    coverage: {
      provider: 'v8',
      include: ['app/**/*.{ts,tsx}', 'jobs/**/*.ts'],
      exclude: [
        '**/*.test.{ts,tsx}',
        '**/*.d.ts',
        // These run in a browser, or as processes or threads of their own; tests run them there.
        'app/entry.client.tsx',
        'jobs/worker.ts',
        'app/features/sources/reader/{thread,serve-reading}.ts',
      ],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90 },
    },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{app,server,jobs,local,prisma,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.{ts,tsx}', 'tests/e2e/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['{app,server,jobs,local,prisma,tests}/**/*.integration.test.{ts,tsx}'],
          globalSetup: ['tests/setup/template-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/setup/template-database.ts', 'tests/setup/built.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
