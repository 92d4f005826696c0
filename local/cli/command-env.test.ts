import { afterEach, expect, test, vi } from 'vitest'
import { serviceKeys } from './command-env.ts'

afterEach(() => vi.unstubAllEnvs())

const ofItsOwn = 'e'.repeat(16) + 'k'.repeat(16)
const kept = () => 's'.repeat(16) + 't'.repeat(16)

test('a command seals with the keys of the service: those that are set, or what the data folder keeps', () => {
  vi.stubEnv('ENCRYPTION_KEY', '')
  vi.stubEnv('SESSION_SECRET', '')
  expect(serviceKeys(kept)).toEqual([`of ${kept()}`])
  vi.stubEnv('ENCRYPTION_KEY', ofItsOwn)
  expect(serviceKeys(kept)).toEqual([ofItsOwn])
})

test.each([
  ['', 'ENCRYPTION_KEY is not set'],
  ['change-me-change-me-change-me-change-me', 'ENCRYPTION_KEY is a sample'],
])('in production it seals with no key that is made up or a sample: “%s”', (key, sentence) => {
  vi.stubEnv('THREADR_ENV', 'production')
  vi.stubEnv('APP_URL', 'https://threadr.example')
  vi.stubEnv('STORAGE_FOLDER', '/var/lib/threadr/files')
  vi.stubEnv('ENCRYPTION_KEY', key)
  expect(() => serviceKeys(kept)).toThrow(sentence)
})
