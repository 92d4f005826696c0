import { randomBytes } from 'node:crypto'

/** What built processes are set to in a test, beside their database and port; their files lie in a folder. */
export const builtVariables = (folder: string) => ({
  THREADR_ENV: 'local',
  NODE_ENV: 'production',
  LOG_LEVEL: 'error',
  LIMITS_FACTOR: '1000',
  // However slow a machine is that does something else as well.
  OVERLOAD_MS: '0',
  DRAIN_SECONDS: '0',
  SESSION_SECRET: randomBytes(24).toString('hex'),
  STORAGE_FOLDER: folder,
  OPENAI_API_KEY: '',
})
