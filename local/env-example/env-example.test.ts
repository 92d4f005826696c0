import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { EnvError, readEnv } from '#app/platform/env.ts'
import { root } from '../run-child.ts'
import { envExample } from './env-example.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const example = readFileSync(join(root, '.env.example'), 'utf8')

test('.env.example is what the settings and the README make of it: else run npm run env:example', () => {
  expect(example).toBe(envExample(readme))
})

test('as it stands it lacks just what production needs, and with that it starts', () => {
  const given = parseEnv(example)
  expect(() => readEnv(given)).toThrow(EnvError)
  const key = '7d0c4b1fa29e4c5b8d63f0e1c2a39b48'
  const filled = {
    DATABASE_URL: 'postgres://a/b',
    SESSION_SECRET: key,
    ENCRYPTION_KEY: key,
    APP_URL: 'https://a.example',
  }
  expect(readEnv({ ...given, ...filled, STORAGE_FOLDER: '/srv/files' })).toMatchObject({ mode: 'production' })
})

test('a value behind a # is the one that counts without it', () => {
  const base = {
    DATABASE_URL: 'postgres://a/b',
    SESSION_SECRET: 'x'.repeat(40),
    STORAGE_FOLDER: '/srv/files',
  }
  const shown = parseEnv(example.replaceAll(/^# ([A-Z_0-9]+=)/gm, '$1'))
  expect(readEnv({ ...shown, ...base, THREADR_ENV: 'local', ENCRYPTION_KEY: '', APP_URL: '' })).toEqual(
    readEnv(base),
  )
})

test('what the README tells of and nothing reads is named', () => {
  expect(() => envExample('| `NO_SUCH` | nothing |')).toThrow('NO_SUCH')
})
