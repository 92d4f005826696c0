import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { createLogger } from './logger.server.ts'
import { secretsOf } from './secrets-of.ts'
import { withinWork } from './work.server.ts'

function recorded(secrets: string[] = []) {
  const lines: string[] = []
  const logger = createLogger({
    level: 'info',
    name: 'test',
    secrets,
    to: { write: (line) => void lines.push(line) },
  })
  return { logger, lines }
}

/** An environment in which every secret is one of its own. */
function canaries() {
  const secret = () => randomBytes(18).toString('hex')
  const variables: Record<string, string> = {
    THREADR_ENV: 'test',
    DATABASE_URL: `postgres://threadr:${secret()}@db.example/threadr`,
    DATABASE_REPLICA_URL: `postgres://threadr:${secret()}@standby.example/threadr`,
    SESSION_SECRET: `${secret()}${secret()}`,
    ENCRYPTION_KEY: `${secret()}${secret()},${secret()}${secret()}`,
    OPENAI_API_KEY: secret(),
    OPENAI_FALLBACK_API_KEY: secret(),
    OPENAI_FALLBACK_BASE_URL: 'https://models.example/v1',
    OPENAI_FALLBACK_MODEL: 'some',
    RESEND_API_KEY: secret(),
    RESEND_WEBHOOK_SECRET: `whsec_${secret()}`,
    MAIL_FROM: 'Threadr <mail@threadr.example>',
    SMTP_URL: `smtps://user:${secret()}@mail.example:465`,
    REDIS_URL: `redis://:${secret()}@cache.example`,
    S3_BUCKET: 'files',
    S3_REGION: 'eu-central-1',
    S3_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    S3_SECRET_ACCESS_KEY: secret(),
    GITHUB_CLIENT_ID: 'threadr',
    GITHUB_CLIENT_SECRET: secret(),
    GOOGLE_CLIENT_ID: 'threadr',
    GOOGLE_CLIENT_SECRET: secret(),
    METRICS_TOKEN: secret(),
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.example',
    OTEL_EXPORTER_OTLP_HEADERS: `x-key=${secret()}`,
  }
  const hidden = Object.entries(variables).flatMap(([name, value]) => {
    if (/_(ID|URL|MODEL|BUCKET|REGION|ENDPOINT|FROM|ENV)$/.test(name) && !/:[\w-]{20,}@/.test(value))
      return []
    return value.match(/[\w-]{20,}/g) ?? []
  })
  return { variables, hidden }
}

describe('the log', () => {
  test('never holds a secret of the environment, in whatever field or sentence it stands', () => {
    const { variables, hidden } = canaries()
    expect(hidden).toHaveLength(16)
    const env = readEnv(variables)
    const { logger, lines } = recorded(secretsOf(env))
    logger.info({ env }, 'all of it')
    for (const secret of hidden) {
      logger.info(`a sentence with ${secret}.`)
      logger.info({ deep: { deeper: { deepest: [secret] } } }, 'hidden deep')
      logger.error({ err: new Error(`failed with ${secret}`, { cause: new Error(secret) }) }, 'an error')
    }
    expect(lines).toHaveLength(1 + 3 * hidden.length)
    for (const line of lines) {
      expect(() => JSON.parse(line)).not.toThrow()
      for (const secret of hidden) expect(line).not.toContain(secret)
    }
  })

  test.each([
    ['an address of mail', 'mail for o.brien+news@mail.example.co.uk came back', 'brien'],
    ['one with letters beyond ASCII', 'mail for jörg@example.com', 'jörg'],
    ['a token in an address', 'GET https://threadr.example/verify?a=1&token=abcDEF123 failed', 'abcDEF123'],
    ['the code of a sign-in', '/sign-in/github/callback?code=0123abc&state=xyz987', '0123abc'],
    ['a password in an address', 'connect redis://:hunter22@cache.example:6379', 'hunter22'],
    ['a header', 'Authorization: Bearer abc.def.ghi', 'abc.def.ghi'],
    ['a key', 'no such key sk-proj-0123456789abcdefXYZ', '0123456789abcdef'],
    ['a link that opens a thread', `GET /s/${randomBytes(32).toString('base64url')}A1`, 'GET /s/A'],
  ])('holds nothing of %s', (_, sentence, secret) => {
    const { logger, lines } = recorded()
    const kept = sentence.includes(secret) ? secret : (sentence.split('/').at(-1) ?? '')
    logger.info({ path: sentence, err: new Error(sentence) }, sentence)
    expect(lines.join('')).not.toContain(kept)
  })

  test('keeps what is needed to find something: ids, paths, files of a stack', () => {
    const { logger, lines } = recorded()
    const id = randomUUID()
    logger.info(
      { generationId: id, path: `/threads/${id}/progress` },
      'at node_modules/@remix-run/node/index.js',
    )
    expect(lines[0]).toContain(`"generationId":"${id}","path":"/threads/${id}/progress"`)
    expect(lines[0]).toContain('node_modules/@remix-run/node/index.js')
  })

  test('says in each line of a request or a job which it is', async () => {
    const { logger, lines } = recorded()
    const requestId = randomUUID()
    await withinWork({ requestId }, async () => {
      await Promise.resolve()
      logger.info('within')
    })
    logger.info('outside')
    expect(lines[0]).toContain(`"requestId":"${requestId}"`)
    expect(lines[1]).not.toContain('requestId')
  })

  test('is written too where a line is long and hostile', () => {
    const { logger, lines } = recorded()
    for (const hostile of [
      'a@'.repeat(50_000),
      '.'.repeat(100_000),
      'A1'.repeat(50_000),
      '?token='.repeat(20_000),
    ])
      logger.info(hostile)
    expect(lines).toHaveLength(4)
  })
})
