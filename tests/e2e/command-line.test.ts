import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { bridgeArticle, bridgePage } from '#tests/factories/texts.ts'
import { runScript, sharedFolder, temporaryFolder } from './run-command.ts'

const threadr = (
  args: string[],
  { input, ...env }: { input?: string; [name: string]: string | undefined } = {},
) => runScript('local/cli/main.ts', args, env as Record<string, string>, input).ended

const madeSchema = z.object({
  source: z.object({
    title: z.string().nullable(),
    url: z.string().nullable(),
    text: z.string(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    language: z.string().nullable(),
  }),
  writer: z.enum(['builtin', 'openai']),
  tweets: z.array(z.object({ position: z.number(), text: z.string(), weightedLength: z.number().max(280) })),
})

async function serve(page: string | ((host: string | undefined) => string)): Promise<string> {
  const server = createServer(({ headers }, response) =>
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(typeof page === 'string' ? page : page(headers.host)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/bridge`
}

const servePage = () => serve((host) => bridgePage(`http://${host}/bridge`))

/** A page that never comes. */
async function serveSlowly(): Promise<string> {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => server.closeAllConnections())
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/never`
}

describe('threadr make', () => {
  const folder = sharedFolder()

  test('starts the database of an empty folder, writes a thread from standard input, and stops it again', async () => {
    const { status, stdout, stderr } = await threadr(['make', '-', '--json'], {
      THREADR_DATA: folder,
      input: bridgeArticle,
    })
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('Ready') })
    const made = madeSchema.parse(JSON.parse(stdout))
    expect(made.writer).toBe('builtin')
    expect(made.source.text).toBe(bridgeArticle)
    expect(made.tweets.length).toBeGreaterThanOrEqual(3)
    expect(made.tweets.map(({ position }) => position)).toEqual(made.tweets.map((_, index) => index + 1))

    const plain = await threadr(['make', '-', '--max-tweets', '2'], {
      THREADR_DATA: folder,
      input: bridgeArticle,
    })
    expect(plain.status).toBe(0)
    expect(plain.stdout.split('\n---\n').length).toBeLessThanOrEqual(2)
  })

  test('reads a page of this computer only where that is allowed', async () => {
    const url = await servePage()
    const refused = await threadr(['make', url], { THREADR_DATA: folder })
    expect(refused.status).toBe(2)
    expect(refused.stderr.trim().split('\n').at(-1)).toMatch(/ports 80 and 443|address/)
    const { status, stdout } = await threadr(['make', url, '--json'], {
      THREADR_DATA: folder,
      ALLOW_LOCAL_ADDRESSES: '1',
    })
    expect(status).toBe(0)
    const made = madeSchema.parse(JSON.parse(stdout))
    expect(made.source.title).toBe('The bridge that weighs itself')
    expect(made.tweets.at(-1)?.text).toContain(url)
  })

  test.each([
    [['make'], 'Give a SOURCE'],
    [['make', 'no-such-file.txt'], 'There is no file no-such-file.txt'],
    [['make', '.'], 'is a folder'],
    [['make', 'javascript:alert(1)'], 'http'],
    [['make', '-', '--writer', 'poet'], 'There is no writer'],
    [['make', '-', '--max-tweets', '0'], '--max-tweets takes'],
    [['make', '-', '--network', 'myspace'], 'There is no network'],
    [['make', '-', '--loud'], '--loud'],
    [['extract', 'no-such-file.txt'], 'There is no file'],
    [['count', '--network', 'myspace'], 'There is no network'],
    [['frobnicate'], 'There is no command'],
  ])('answers %j with a sentence and status 2', async (args, sentence) => {
    const { status, stdout, stderr } = await threadr(args, { input: bridgeArticle })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  })

  test('refuses three words, and asks for a model’s key where a model is asked for', async () => {
    const few = await threadr(['make', '-'], { THREADR_DATA: folder, input: 'only three words' })
    expect(few.status).toBe(2)
    const keyless = await threadr(['make', '-', '--writer', 'openai'], {
      THREADR_DATA: folder,
      input: bridgeArticle,
    })
    expect(keyless.status).toBe(2)
    expect(keyless.stderr).toContain('OPENAI_API_KEY')
  })
})

describe('threadr make that can’t go on', () => {
  test('cancels, stops its database and ends when it is interrupted, also when that comes twice', async () => {
    const folder = temporaryFolder()
    const url = await serveSlowly()
    const running = runScript('local/cli/main.ts', ['make', url], {
      THREADR_DATA: folder,
      ALLOW_LOCAL_ADDRESSES: '1',
    })
    await running.complains(/Fetching/)
    // A terminal sends it, and npm sends it on.
    process.kill(-(running.child.pid ?? Number.NaN), 'SIGINT')
    running.child.kill('SIGINT')
    const { status, stdout, stderr } = await running.ended
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('Stopped before the thread was written.')
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
    expect(readdirSync(join(folder, 'holders'))).toEqual([])
  })

  test('says in one line that the database it was given does not answer', async () => {
    const { status, stderr } = await threadr(['make', '-'], {
      DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none',
      input: bridgeArticle,
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^The database of DATABASE_URL can’t be used \(connect ECONNREFUSED .*\n$/)
  })

  test('takes production’s own secret for what it is and needs none, but its place for files', async () => {
    const production = {
      THREADR_ENV: 'production',
      APP_URL: 'https://threadr.example',
      STORAGE_FOLDER: '/srv/files',
      DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none',
      input: bridgeArticle,
    }
    const own = await threadr(['make', '-'], {
      ...production,
      SESSION_SECRET: randomBytes(24).toString('hex'),
    })
    const none = await threadr(['make', '-'], production)
    for (const { stderr } of [own, none]) expect(stderr).toContain('ECONNREFUSED')
    const sample = await threadr(['make', '-'], { ...production, SESSION_SECRET: 'x'.repeat(40) })
    expect(sample.stderr).toContain('SESSION_SECRET is a sample')
    const placeless = await threadr(['make', '-'], { ...production, STORAGE_FOLDER: '' })
    expect(placeless.stderr).toContain('STORAGE_FOLDER is not set')
  })
})

describe('threadr extract', () => {
  test('prints what it reads of a page, as JSON and as text', async () => {
    const file = join(temporaryFolder(), 'bridge.html')
    writeFileSync(file, bridgePage())
    const json = JSON.parse((await threadr(['extract', file, '--json'])).stdout)
    expect(json).toMatchObject({
      title: 'The bridge that weighs itself',
      byline: 'Ines Vale',
      language: 'en',
    })
    expect(Object.keys(json)).toEqual(
      ['title', 'byline', 'siteName', 'publishedAt', 'language'].concat('score', 'doubt', 'text'),
    )
    expect(json).toMatchObject({ score: expect.any(Number), doubt: null })
    expect(json.text).toContain('Ada Holm')
    expect(json.text).not.toContain('Terms and conditions')
    expect((await threadr(['extract', file])).stdout.trim()).toBe(json.text)
  })
})

test('extract prints a text that is short or doubtful, with its score, and fails only where there is none', async () => {
  const folder = temporaryFolder()
  const page = (name: string, inner: string) => {
    writeFileSync(join(folder, name), `<html><body>${inner}</body></html>`)
    return join(folder, name)
  }
  const short = page('short.html', '<main><p>Closed today.</p></main>')
  const json = await threadr(['extract', short, '--json'])
  expect(json.status).toBe(0)
  const { score, doubt, text } = JSON.parse(json.stdout)
  expect({ doubt, text }).toEqual({ doubt: 'near-empty', text: 'Closed today.' })
  expect(score).toBeLessThan(50)
  const plain = await threadr(['extract', short])
  expect(plain).toMatchObject({ status: 0, stdout: 'Closed today.\n' })
  expect(plain.stderr).toContain('very little text')
  const url = await serve(readFileSync(short, 'utf8'))
  const fetched = await threadr(['extract', url], { ALLOW_LOCAL_ADDRESSES: '1' })
  expect(fetched).toMatchObject({ status: 0, stdout: 'Closed today.\n' })
  expect((await threadr(['extract', page('none.html', '<div id="root"></div>')])).status).toBe(2)
  const nothing = await serve('<html><body><noscript>Please enable JavaScript.</noscript></body></html>')
  const refused = await threadr(['extract', nothing], { ALLOW_LOCAL_ADDRESSES: '1' })
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toContain('JavaScript')
})

test('reads files of this computer however long they are', async () => {
  const file = join(temporaryFolder(), 'long.txt')
  writeFileSync(file, `${bridgeArticle}\n\n`.repeat(Math.ceil(2_200_000 / bridgeArticle.length)))
  const { status, stdout } = await threadr(['extract', file])
  expect(status).toBe(0)
  expect(stdout.length).toBeGreaterThan(2_100_000)
})

describe('threadr count and split', () => {
  test('prints an integer for each line', async () => {
    const input = [
      '"Hello"',
      '"https://example.com/a/very/long/path"',
      '"日本語"',
      '""',
      '"two\\nlines"',
    ].join('\n')
    const { status, stdout } = await threadr(['count', '--network', 'x'], { input })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '5\n23\n6\n0\n9\n' })
  })

  test('names the line that is no JSON string', async () => {
    const { status, stderr } = await threadr(['count'], { input: '"fine"\nnot json\n' })
    expect(status).toBe(2)
    expect(stderr).toContain('Line 2')
  })

  test('prints parts that give the text back', async () => {
    const { status, stdout } = await threadr(['split', '--network', 'x'], { input: bridgeArticle })
    expect(status).toBe(0)
    expect(z.array(z.string()).parse(JSON.parse(stdout)).join('')).toBe(bridgeArticle)
    const numbered = z
      .array(z.string())
      .parse(JSON.parse((await threadr(['split', '--number'], { input: bridgeArticle })).stdout))
    expect(numbered.every((part, index) => part.endsWith(` ${index + 1}/${numbered.length}`))).toBe(true)
  })
})
