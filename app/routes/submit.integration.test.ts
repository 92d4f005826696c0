import { describe, expect, test } from 'vitest'
import { bridgeArticle, bridgePage } from '#tests/factories/texts.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './_index/route.tsx'
import { loader as listLoader } from './threads._index/route.tsx'
import { action as threadAction, loader as threadLoader } from './threads.$threadId/route.tsx'
import { loader as progressLoader } from './threads.$threadId_.progress.ts'

const database = cloneTestDatabase()

/** Submits and gives the thread's address, or throws with what the page would say. */
async function submit(browser: ReturnType<typeof browserOf>, form: Record<string, string | File>) {
  const answer = await browser.request(action, '/?index', { form })
  if ('data' in answer) throw new Error(JSON.stringify(answer.data))
  expect(answer.status).toBe(302)
  const path = answer.headers.get('Location') ?? ''
  return { path, params: { threadId: path.split('/').at(-1) ?? '' } }
}
const countOf = async (table: 'thread' | 'source' | 'generation') => {
  if (table === 'thread') return database.owner.prisma.thread.count()
  return table === 'source' ? database.owner.prisma.source.count() : database.owner.prisma.generation.count()
}

describe('the landing page', () => {
  test('shows a form with a key of its own, a real example, and makes the browser known', async () => {
    const browser = browserOf(database)
    const first = await browser.request(loader, '/')
    const second = await browser.request(loader, '/')
    expect(first.data.submissionKey).not.toBe(second.data.submissionKey)
    expect(first.data.writer).toBe('builtin')
    expect(first.data.example?.tweets.length).toBeGreaterThanOrEqual(3)
    expect(first.data.example?.paragraphs.some(({ used }) => used !== null)).toBe(true)
    expect(new Headers(first.init?.headers).get('Set-Cookie')).toContain('HttpOnly')
    expect(new Headers(second.init?.headers).get('Set-Cookie')).toBeNull()
  })

  test('takes a text with options to its thread’s page, and lists it from then on', async () => {
    const browser = browserOf(database)
    await browser.request(loader, '/')
    const { params } = await submit(browser, {
      source: bridgeArticle,
      tone: 'punchy',
      audience: ' engineers ',
      length: '4',
      language: 'de',
      numbering: 'on',
      hashtags: 'on',
      review: 'when-doubtful',
      planFirst: 'on',
      callToAction: 'Follow for more',
      instruction: 'Mind the figures',
    })
    const generation = await database.owner.prisma.generation.findFirstOrThrow({
      where: { threadId: params.threadId },
    })
    expect(generation.options).toEqual({
      tone: 'punchy',
      audience: 'engineers',
      length: 4,
      atMost: null,
      language: 'de',
      numbering: true,
      hashtags: true,
      callToAction: 'Follow for more',
      instruction: 'Mind the figures',
      review: 'when-doubtful',
      planFirst: true,
    })
    const page = await browser.request(threadLoader, '/', { params })
    expect(page.data).toMatchObject({
      canCancel: true,
      canRetry: false,
      thread: { numbering: true, limit: 280 },
    })
    expect(page.data.source?.text).toBe(bridgeArticle)
    const list = await browser.request(listLoader, '/threads')
    expect(list.data.rows.map(({ id }) => id)).toEqual([params.threadId])
    expect((await browser.request(loader, '/')).data.recent).toHaveLength(1)
  })

  test('takes an address, to be fetched by the worker', async () => {
    const { params } = await submit(browserOf(database), { source: ' https://example.com/post ' })
    const thread = await database.owner.prisma.thread.findUniqueOrThrow({
      where: { id: params.threadId },
      include: { source: { include: { snapshot: true } } },
    })
    expect(thread.source).toMatchObject({ origin: 'url', url: 'https://example.com/post', snapshot: null })
  })

  test.each([
    ['bridge.txt', bridgeArticle],
    ['bridge.md', `# The bridge\n\n${bridgeArticle}`],
  ])('takes the file %s', async (name, content) => {
    const { params } = await submit(browserOf(database), { source: '', file: new File([content], name) })
    const thread = await database.owner.prisma.thread.findUniqueOrThrow({
      where: { id: params.threadId },
      include: { source: { include: { snapshot: true } } },
    })
    expect(thread.source.origin).toBe('file')
    expect(thread.source.snapshot?.text).toContain('Ada Holm')
    expect(thread.source.snapshot?.text).not.toContain('Terms and conditions')
  })

  test('leaves a page as a file to the worker, which finds it in the storage', async () => {
    const browser = browserOf(database)
    const { params } = await submit(browser, { source: '', file: new File([bridgePage()], 'bridge.html') })
    const { source } = await database.owner.prisma.thread.findUniqueOrThrow({
      where: { id: params.threadId },
      include: { source: true },
    })
    expect(source).toMatchObject({ origin: 'file', fileName: 'bridge.html', snapshotId: null })
    const bytes = await browser.storage.get(source.storageKey ?? '')
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe(bridgePage())
    const again = await submit(browser, { source: '', file: new File([bridgePage()], 'copy.html') })
    expect(
      await database.owner.prisma.thread.findUniqueOrThrow({
        where: { id: again.params.threadId },
        select: { sourceId: true },
      }),
    ).toEqual({ sourceId: source.id })
  })

  test.each([
    ['nothing', { source: '' }, 'source', /paste|give|enter/i],
    ['white space', { source: ' \n\t ' }, 'source', /./],
    ['three words', { source: 'only three words' }, 'source', /3 words/],
    ['2 MB of text', { source: 'word '.repeat(420_000) }, 'source', /300,000/],
    ['something like an address', { source: 'http://exa mple' }, 'source', /./],
    ['a script address', { source: 'javascript:alert(1)' }, 'source', /./],
    ['a picture as a file', { source: '', file: new File(['GIF89a'], 'a.txt') }, 'file', /an image/],
    ['an empty file', { source: '', file: new File([' '], 'a.txt') }, 'file', /./],
    ['a large file', { source: '', file: new File(['word '.repeat(420_000)], 'a.txt') }, 'file', /2 MB/],
    [
      '25 tweets from little text',
      { source: bridgeArticle.slice(0, 430), length: '25' },
      'length',
      /enough for/,
    ],
    ['26 tweets', { source: bridgeArticle, length: '26' }, 'length', /3 to 25/],
    ['an unknown tone', { source: bridgeArticle, tone: 'rude' }, 'tone', /./],
    ['a language that is none', { source: bridgeArticle, language: '!!' }, 'language', /./],
    ['an endless audience', { source: bridgeArticle, audience: 'x'.repeat(121) }, 'audience', /120/],
    ['an endless instruction', { source: bridgeArticle, instruction: 'x'.repeat(501) }, 'instruction', /500/],
  ])(
    'tells what is wrong with %s at its field, keeps the input and writes nothing',
    async (_, form, field, sentence) => {
      const before = await Promise.all([countOf('thread'), countOf('source'), countOf('generation')])
      const answer = await browserOf(database).request(action, '/?index', { form })
      if (!('data' in answer)) throw new Error('it was taken')
      expect(answer.init?.status).toBe(422)
      expect(answer.data.errors).toHaveProperty(field, expect.stringMatching(sentence))
      // Browsers send line ends as CR LF.
      expect(answer.data.values.source?.replaceAll('\r\n', '\n')).toBe(form.source)
      expect(await Promise.all([countOf('thread'), countOf('source'), countOf('generation')])).toEqual(before)
    },
  )

  test('takes text with NUL bytes and halves of characters by leaving those out', async () => {
    const { params } = await submit(browserOf(database), { source: `${bridgeArticle}\u0000 \ud800 end` })
    const page = await database.owner.prisma.thread.findUniqueOrThrow({
      where: { id: params.threadId },
      include: { source: { include: { snapshot: true } } },
    })
    expect(page.source.snapshot?.text).toContain('to the nearest tonne.')
    expect(page.source.snapshot?.text.isWellFormed()).toBe(true)
    expect(page.source.snapshot?.text).not.toContain('\u0000')
  })

  test('takes NUL bytes in the options by leaving them out', async () => {
    const { params } = await submit(browserOf(database), {
      source: bridgeArticle,
      audience: 'a\u0000b',
      instruction: 'c\u0000d',
      callToAction: '\ud800',
    })
    const generation = await database.owner.prisma.generation.findFirstOrThrow({
      where: { threadId: params.threadId },
    })
    expect(generation.options).toMatchObject({ audience: 'ab', instruction: 'cd', callToAction: '\ufffd' })
  })

  test('answers what is no form with 400', async () => {
    const answer = browserOf(database).request(
      ({ request, ...rest }) =>
        action({ ...rest, request: new Request(request.url, { method: 'POST', body: 'no form' }) }),
      '/?index',
    )
    await expect(answer).rejects.toEqual(expect.objectContaining({ status: 400 }))
  })

  test('makes one thread of a double click', async () => {
    const browser = browserOf(database)
    const { data } = await browser.request(loader, '/')
    const form = { source: bridgeArticle, submissionKey: data.submissionKey }
    const [first, second] = await Promise.all([submit(browser, form), submit(browser, form)])
    expect(first.path).toBe(second.path)
  })
})

describe('the thread page', () => {
  test('tells progress as soon as there is some, and nothing when there is none', async () => {
    const browser = browserOf(database)
    const { path, params } = await submit(browser, { source: bridgeArticle })
    const first = await browser.request(progressLoader, `${path}/progress`, { params })
    expect(await first.json()).toMatchObject({ status: 'queued', seq: 0 })
    const waiting = browser.request(progressLoader, `${path}/progress?since=0`, { params })
    await browser.request(threadAction, path, { params, form: { intent: 'cancel' } })
    expect(await (await waiting).json()).toMatchObject({ status: 'cancelled', seq: 1 })
    const held = browser.request(progressLoader, `${path}/progress?since=1`, { params })
    browser.stop()
    expect((await held).status).toBe(204)
  })

  test('lets what was stopped be tried again', async () => {
    const browser = browserOf(database)
    const { path, params } = await submit(browser, { source: bridgeArticle })
    await browser.request(threadAction, path, { params, form: { intent: 'cancel' } })
    expect((await browser.request(threadLoader, path, { params })).data.canRetry).toBe(true)
    const answer = await browser.request(threadAction, path, { params, form: { intent: 'retry' } })
    expect(answer).toHaveProperty('status', 302)
    expect(answer instanceof Response && answer.headers.get('Location')).toBe(path)
    expect((await browser.request(threadLoader, path, { params })).data).toMatchObject({
      canCancel: true,
      canRetry: false,
    })
  })

  test('does not exist for anybody else, nor under an address that names no thread', async () => {
    const { path, params } = await submit(browserOf(database), { source: bridgeArticle })
    const stranger = browserOf(database)
    const notFound = expect.objectContaining({ status: 404 })
    await expect(stranger.request(threadLoader, path, { params })).rejects.toEqual(notFound)
    await expect(stranger.request(threadAction, path, { params, form: { intent: 'retry' } })).rejects.toEqual(
      notFound,
    )
    expect((await stranger.request(progressLoader, `${path}/progress`, { params })).status).toBe(404)
    const nonsense = { params: { threadId: 'nonsense' } }
    await expect(stranger.request(threadLoader, '/threads/nonsense', nonsense)).rejects.toEqual(notFound)
  })

  test('carries out nothing it does not know', async () => {
    const browser = browserOf(database)
    const { path, params } = await submit(browser, { source: bridgeArticle })
    const answer = browser.request(threadAction, path, { params, form: { intent: 'delete' } })
    await expect(answer).rejects.toEqual(expect.objectContaining({ status: 400 }))
  })
})
