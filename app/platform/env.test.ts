import { describe, expect, test } from 'vitest'
import { EnvError, readEnv } from './env.ts'

const local = {
  DATABASE_URL: 'postgres://localhost/threadr',
  SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
  STORAGE_FOLDER: '/var/lib/threadr/files',
}
const production = {
  ...local,
  THREADR_ENV: 'production',
  APP_URL: 'https://threadr.example/',
  ENCRYPTION_KEY: 'e'.repeat(16) + 'k'.repeat(16),
}

describe('the environment', () => {
  test('needs only a database, a session secret and a place for files, and is local and loopback without more', () => {
    expect(readEnv(local)).toMatchObject({ mode: 'local', port: 3000, host: '127.0.0.1', openai: null })
  })

  test('connects a model where a key is set; a blank one is none', () => {
    expect(readEnv({ ...local, OPENAI_API_KEY: 'sk-1' }).openai).toMatchObject({ apiKey: 'sk-1' })
    expect(readEnv({ ...local, OPENAI_API_KEY: ' ' }).openai).toBeNull()
  })

  test('connects a Redis where an address is set, and goes without where none is', () => {
    expect(readEnv(local).redis).toBeNull()
    expect(readEnv({ ...local, REDIS_URL: 'rediss://me:pw@cache:6380' }).redis).toEqual({
      url: 'rediss://me:pw@cache:6380',
      cluster: false,
      sentinel: null,
    })
    expect(readEnv({ ...local, REDIS_URL: 'redis://cache', REDIS_CLUSTER: '1' }).redis?.cluster).toBe(true)
  })

  test('asks Sentinels where the Redis is, where they are named', () => {
    const watched = { ...local, REDIS_URL: 'redis://:pw@redis', REDIS_SENTINELS: 'one, two:5000,[::1]:7' }
    expect(readEnv(watched).redis?.sentinel).toEqual({
      addresses: [
        { host: 'one', port: 26379 },
        { host: 'two', port: 5000 },
        { host: '::1', port: 7 },
      ],
      master: 'mymaster',
      password: undefined,
    })
    for (const REDIS_SENTINELS of ['redis://one', 'one/two', 'one:port'])
      expect(() => readEnv({ ...watched, REDIS_SENTINELS })).toThrow('REDIS_SENTINELS has to be hosts')
    expect(() => readEnv({ ...watched, REDIS_URL: '' })).toThrow('REDIS_SENTINELS is set without REDIS_URL')
    expect(() => readEnv({ ...watched, REDIS_CLUSTER: '1' })).toThrow('REDIS_SENTINELS is set with')
  })

  test('goes around a pooler where something listens, which needs the database’s own address', () => {
    expect(readEnv(local)).toMatchObject({ databasePooled: false, databaseDirectUrl: local.DATABASE_URL })
    const pooled = { ...local, DATABASE_URL: 'postgres://pooler/threadr', DATABASE_POOLED: '1' }
    expect(() => readEnv(pooled)).toThrow('DATABASE_DIRECT_URL is not set')
    expect(readEnv({ ...pooled, DATABASE_DIRECT_URL: local.DATABASE_URL })).toMatchObject({
      databaseUrl: 'postgres://pooler/threadr',
      databaseDirectUrl: local.DATABASE_URL,
      databasePooled: true,
    })
  })

  test('lets pages of no other site use the API but of the origins that are named', () => {
    expect(readEnv(local).apiOrigins).toEqual([])
    const origins = ['https://app.example', 'http://localhost:5173']
    expect(readEnv({ ...local, API_ORIGINS: origins.join(' , ') }).apiOrigins).toEqual(origins)
    for (const API_ORIGINS of [
      '*',
      'app.example',
      'https://app.example/',
      'https://APP.example',
      'null',
      'ftp://a.b',
    ])
      expect(() => readEnv({ ...local, API_ORIGINS })).toThrow('API_ORIGINS has to be origins')
  })

  test('tells of alerts those who are named, over the net only by https', () => {
    expect(readEnv(local).alerts).toEqual({ emails: [], webhookUrl: null })
    const ALERT_WEBHOOK_URL = 'https://hooks.example/services/T0/B0/x'
    expect(
      readEnv({ ...production, ALERT_EMAILS: 'a@b.example, c@d.example,a@b.example', ALERT_WEBHOOK_URL })
        .alerts,
    ).toEqual({ emails: ['a@b.example', 'c@d.example'], webhookUrl: ALERT_WEBHOOK_URL })
    expect(() => readEnv({ ...local, ALERT_EMAILS: 'a@b.example;c' })).toThrow(
      'ALERT_EMAILS has to be email addresses, parted by commas',
    )
    expect(() => readEnv({ ...local, ALERT_WEBHOOK_URL: 'ftp://x' })).toThrow('ALERT_WEBHOOK_URL has to be')
    const open = { ALERT_WEBHOOK_URL: 'http://hooks.example/x' }
    expect(readEnv({ ...local, ...open }).alerts.webhookUrl).toBe(open.ALERT_WEBHOOK_URL)
    expect(() => readEnv({ ...production, ...open })).toThrow('https:// in production')
  })

  test('trusts no proxy and leaves the limits as they are unless told', () => {
    expect(readEnv(local)).toMatchObject({ trustedProxies: 0, limitsFactor: 1 })
    expect(readEnv({ ...local, TRUSTED_PROXIES: '2', LIMITS_FACTOR: '10' })).toMatchObject({
      trustedProxies: 2,
      limitsFactor: 10,
    })
  })

  test('lets people sign in through a provider where both its keys are set', () => {
    expect(readEnv(local).providers).toEqual({ github: null, google: null })
    const github = { GITHUB_CLIENT_ID: 'Iv1', GITHUB_CLIENT_SECRET: 'known' }
    const google = { GOOGLE_CLIENT_ID: 'a.apps', GOOGLE_CLIENT_SECRET: ' known ' }
    expect(readEnv({ ...production, ...github, ...google }).providers).toEqual({
      github: { clientId: 'Iv1', clientSecret: 'known', baseUrl: undefined },
      google: { clientId: 'a.apps', clientSecret: 'known', baseUrl: undefined },
    })
    expect(() => readEnv({ ...local, GITHUB_CLIENT_ID: 'Iv1' })).toThrow('GITHUB_CLIENT_SECRET is not set')
    expect(() => readEnv({ ...local, GOOGLE_CLIENT_SECRET: 'known' })).toThrow('GOOGLE_CLIENT_ID is not set')
  })

  test('believes a stand-in of a provider anywhere but in production', () => {
    const faked = {
      GITHUB_CLIENT_ID: 'Iv1',
      GITHUB_CLIENT_SECRET: 'known',
      GITHUB_BASE_URL: 'http://127.0.0.1:1/',
    }
    expect(readEnv({ ...local, ...faked }).providers.github?.baseUrl).toBe('http://127.0.0.1:1')
    expect(() => readEnv({ ...production, ...faked })).toThrow('GITHUB_BASE_URL is for tests')
    expect(() => readEnv({ ...production, GOOGLE_BASE_URL: 'https://a.example' })).toThrow('GOOGLE_BASE_URL')
  })

  test('sends mail where both the key and the sender are set', () => {
    expect(readEnv(local).mail).toBeNull()
    const mail = { RESEND_API_KEY: 're_1', MAIL_FROM: 'Threadr <mail@threadr.example>' }
    const byResend = {
      from: 'Threadr <mail@threadr.example>',
      resend: { apiKey: 're_1', baseUrl: undefined },
      smtp: null,
      perSecond: 2,
      webhookSecrets: [],
    }
    expect(readEnv({ ...local, ...mail }).mail).toEqual(byResend)
    const smtp = 'smtps://me:secret@mail.example:465'
    const both = {
      ...mail,
      SMTP_URL: smtp,
      MAIL_PER_SECOND: '10',
      RESEND_WEBHOOK_SECRET: 'whsec_YQ==, whsec_Yg==',
    }
    expect(readEnv({ ...local, ...both }).mail).toEqual({
      ...byResend,
      smtp,
      perSecond: 10,
      webhookSecrets: ['whsec_YQ==', 'whsec_Yg=='],
    })
    const bySmtp = { SMTP_URL: smtp, MAIL_FROM: mail.MAIL_FROM }
    expect(readEnv({ ...local, ...bySmtp }).mail).toEqual({ ...byResend, resend: null, smtp })
  })

  test('seals under keys of its own, the first for what is new; outside production they may be made of the session secret', () => {
    const [one, other] = ['a'.repeat(20) + 'b'.repeat(20), 'c'.repeat(20) + 'd'.repeat(20)]
    expect(readEnv({ ...local, ENCRYPTION_KEY: `${one}, ${other}` }).encryptionKeys).toEqual([one, other])
    expect(readEnv(local).encryptionKeys).toEqual([`of ${local.SESSION_SECRET}`])
  })

  test('speaks chat completions unless the Responses API is asked for', () => {
    expect(readEnv({ ...local, OPENAI_API_KEY: 'sk-1' }).openai?.api).toBe('chat')
    expect(readEnv({ ...local, OPENAI_API_KEY: 'sk-1', OPENAI_API: 'responses' }).openai?.api).toBe(
      'responses',
    )
  })

  test.each([
    [{}, true],
    [{ OPENAI_BASE_URL: 'https://api.openai.com/v1' }, true],
    [{ OPENAI_BASE_URL: 'https://models.example/v1' }, false],
    [{ OPENAI_BASE_URL: 'https://models.example/v1', OPENAI_MODERATION: '1' }, true],
    [{ OPENAI_MODERATION: '0' }, false],
    [{ OPENAI_API_KEY: '', OPENAI_MODERATION: '1' }, false],
  ])('with %o asks for moderation: %s', (variables, asks) => {
    const env = readEnv({ ...local, OPENAI_API_KEY: 'sk-1', ...variables })
    expect(env.moderation !== null).toBe(asks)
  })

  test.each([
    [{ REDIS_URL: 'http://cache' }, 'REDIS_URL has to be an address that begins with redis://'],
    [{ REDIS_CLUSTER: '1' }, 'REDIS_CLUSTER is set without REDIS_URL'],
    [{ REDIS_URL: 'redis://cache', REDIS_CLUSTER: 'yes' }, 'REDIS_CLUSTER has to be 0 or 1'],
    [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES has to be a whole number from 0 to 10'],
    [{ LIMITS_FACTOR: '0' }, 'LIMITS_FACTOR has to be a whole number from 1 to 10000'],
    [{ PORT: '99999' }, 'PORT has to be a port number'],
    [{ HOST: '0.0.0.0' }, 'HOST is for production'],
    [{ PORT: 'abc' }, 'PORT has to be a port number'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL has to begin with postgres://'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL is not set'],
    [{ THREADR_ENV: 'prod' }, 'THREADR_ENV has to be'],
    [{ WORKER_CONCURRENCY: '0' }, 'WORKER_CONCURRENCY has to be a whole number from 1 to 100'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET has to have 32 characters'],
    [{ OPENAI_BASE_URL: 'ftp://x' }, 'OPENAI_BASE_URL has to be an address'],
    [{ OPENAI_API: 'assistants' }, 'OPENAI_API has to be chat or responses'],
    [{ RESEND_API_KEY: 're_1' }, 'MAIL_FROM is not set'],
    [{ MAIL_FROM: 'mail@threadr.example' }, 'RESEND_API_KEY is not set'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM is not set: SMTP_URL needs'],
    [{ SMTP_URL: 'mail.example:25' }, 'SMTP_URL has to be an address'],
    [{ RESEND_WEBHOOK_SECRET: 'whsec_YQ==' }, 'RESEND_API_KEY is not set'],
    [{ RESEND_WEBHOOK_SECRET: 'secret' }, 'RESEND_WEBHOOK_SECRET has to begin with whsec_'],
    [{ MAIL_PER_SECOND: '0' }, 'MAIL_PER_SECOND has to be a whole number from 1 to 100'],
    [{ RESEND_API_KEY: 're_1', MAIL_FROM: 'Threadr\r\nBcc: all' }, 'MAIL_FROM has to be an address'],
    [{ ENCRYPTION_KEY: 'short' }, 'ENCRYPTION_KEY has to have 32 characters'],
    [{ ENCRYPTION_KEY: `${'k'.repeat(40)},short` }, 'ENCRYPTION_KEY has to have 32 characters'],
    [{ SUPPORT_EMAIL: 'nobody' }, 'SUPPORT_EMAIL has to be an email address'],
    [{ ALLOW_LOCAL_ADDRESSES: 'yes' }, 'ALLOW_LOCAL_ADDRESSES has to be 0 or 1'],
  ])('refuses %o in one sentence that names the variable', (wrong, sentence) => {
    expect(() => readEnv({ ...local, ...wrong })).toThrow(EnvError)
    expect(() => readEnv({ ...local, ...wrong })).toThrow(sentence)
  })
})

describe('production', () => {
  test('listens to everybody at its own address', () => {
    expect(readEnv(production)).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      appUrl: 'https://threadr.example',
    })
  })

  test.each([
    [{ SESSION_SECRET: 'change-me-change-me-change-me-change-me' }, 'SESSION_SECRET is a sample'],
    [{ SESSION_SECRET: 'x'.repeat(40) }, 'SESSION_SECRET is a sample'],
    [{ ENCRYPTION_KEY: '' }, 'ENCRYPTION_KEY is not set'],
    [{ ENCRYPTION_KEY: 'change-me-change-me-change-me-change-me' }, 'ENCRYPTION_KEY is a sample'],
    [
      { ENCRYPTION_KEY: `${production.ENCRYPTION_KEY},change-me-change-me-change-me-change-me` },
      'ENCRYPTION_KEY is a sample',
    ],
    [{ APP_URL: '' }, 'APP_URL is not set'],
    [{ APP_URL: 'http://threadr.example' }, 'APP_URL has to begin with https://'],
    [{ ALLOW_LOCAL_ADDRESSES: '1' }, 'not allowed in production'],
  ])('refuses %o', (wrong, sentence) => {
    expect(() => readEnv({ ...production, ...wrong })).toThrow(sentence)
  })
})
