import { describe, expect, it } from 'vitest'
import type { GenerationView } from '#app/features/generation/progress.ts'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { ThreadPage } from './ThreadPage.tsx'
import type { ShownSource, ThreadPageProps } from './thread-props.ts'

const text = 'The sea is cold.\n\nShips wait <b>outside</b>.\n\none\n\ntwo\n\nsaid she\n\nlet x = 1'
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })

const source: ShownSource = {
  kind: 'html',
  url: 'https://example.org/sea',
  title: 'The sea',
  siteName: 'Example Review',
  byline: 'A. Writer',
  publishedAt: '2026-05-03',
  language: 'en',
  text,
  blocks: [
    { kind: 'heading', level: 1, ...at('The sea is cold.') },
    { kind: 'paragraph', ...at('Ships wait <b>outside</b>.') },
    { kind: 'list-item', ...at('one') },
    { kind: 'list-item', ...at('two') },
    { kind: 'quote', ...at('said she') },
    { kind: 'code', ...at('let x = 1') },
  ],
}

const supported = { verdict: 'supported' as const, reasons: [] }
const doubted = {
  verdict: 'unsupported' as const,
  reasons: [{ code: 'not-in-source' as const, at: { start: 0, end: 16 }, found: null }],
}
const kept = { id: 't1', isOpinion: false, isLocked: false }
const tweets = [
  { position: 1, text: 'The sea is cold. https://example.org/sea', spans: [at('The sea is cold.')] },
  { position: 2, text: '<script>alert(1)</script>\nShips wait.', spans: [at('Ships wait'), at('two')] },
  { position: 3, text: 'Nobody said this.', spans: [], ...doubted },
].map((tweet) => ({ ...supported, ...tweet }))

function view(status: GenerationView['status'], over: Partial<GenerationView> = {}): GenerationView {
  return {
    id: 'g1',
    status,
    seq: 1,
    ahead: 0,
    error: null,
    ...over,
    progress: {
      steps: {
        fetching: 'skipped',
        reading: 'done',
        planning: 'done',
        writing: 'active',
        checking: 'waiting',
      },
      planned: 9,
      writer: 'openai',
      tweets: status === 'queued' ? [] : tweets,
      switched: null,
      ...over.progress,
    },
  }
}

function page(over: Partial<ThreadPageProps>) {
  const props: ThreadPageProps = {
    thread: {
      id: 't1',
      title: 'The sea',
      ownTitle: null,
      sourceTitle: 'The sea',
      network: 'x',
      limit: 280,
      version: 1,
      numbering: false,
      language: null,
      createdAt: '2026-11-23T07:00:00Z',
      sourceId: 's1',
    },
    source,
    generation: view('ready'),
    canRetry: false,
    canCancel: false,
    ...over,
  }
  return renderPage(<ThreadPage {...props} />)
}

describe('a ready thread', () => {
  it('shows every tweet with its count, and who wrote it', () => {
    const html = page({ model: 'gpt-test' })
    expect(html).toContain('aria-label="Tweet 1 of 3"')
    expect(html).toContain('Written by gpt-test')
    expect(html).toContain('3 tweets')
    // 17 characters and a link, which counts 23 whatever its length.
    expect(html).toContain('40 of 280 characters')
  })

  it('says that no model wrote it, when none did', () => {
    const generation = view('ready')
    expect(
      page({ generation: { ...generation, progress: { ...generation.progress, writer: 'builtin' } } }),
    ).toContain('Written by the built-in writer, no model')
  })

  it('numbers the tweets as they will be posted', () => {
    const thread = {
      id: 't1',
      title: 'The sea',
      ownTitle: null,
      sourceTitle: 'The sea',
      network: 'x' as const,
      limit: 280,
      version: 1,
      createdAt: '2026-11-23T07:00:00Z',
      sourceId: 's1',
    }
    expect(page({ thread: { ...thread, numbering: true, language: null } })).toContain(
      'Nobody said this. 3/3',
    )
  })

  it('shows what was stored rather than what was told on the way', () => {
    expect(page({ tweets: [{ ...kept, ...supported, position: 1, text: 'Stored.', spans: [] }] })).toContain(
      'Stored.',
    )
  })

  it('keeps what the source and the tweets say inert', () => {
    const html = page({})
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<b>outside')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('ties tweets and passages to each other without JavaScript', () => {
    const html = page({})
    expect(html).toContain('href="#passage-2"')
    expect(html).toContain('id="passage-2"')
    expect(html).toContain('href="#tweet-2"')
    expect(html).toContain('id="tweet-2"')
    expect(html).toContain('2 passages')
    expect(html).toContain('Not in the source')
  })

  it('shows the article as it is built, and how much of it is used', () => {
    const html = page({})
    expect(html).toMatch(/<ul[^>]*><li.*?one.*?<\/li><li.*?two.*?<\/li><\/ul>/s)
    expect(html).toMatch(/<blockquote[^>]*>said she/)
    expect(html).toMatch(/<pre[^>]*>let x = 1/)
    expect(html).toMatch(/\d+ % of the text is in the thread/)
    expect(html).toContain('A. Writer · Example Review · 3 May 2026')
  })

  it('links to the source only over the web', () => {
    expect(page({ source: { ...source, url: 'javascript:alert(1)' } })).not.toContain('javascript:')
    expect(page({ source: { ...source, siteName: null, byline: null, publishedAt: null } })).toContain(
      '>example.org<',
    )
  })

  it('does not load itself again', () => {
    expect(page({})).not.toContain('http-equiv="refresh"')
  })
})

describe('a thread that the built-in writer wrote because the model could not', () => {
  const switched = (status: GenerationView['status'], because: string, after: number) => {
    const generation = view(status)
    return {
      ...generation,
      progress: { ...generation.progress, writer: 'builtin' as const, switched: { because, after } },
    }
  }

  it('says so plainly, and offers to write it again with the model', () => {
    const html = page({ generation: switched('ready', 'model-unreachable', 0), hasModel: true })
    expect(html).toContain('The model could not be reached, so the built-in writer wrote this.')
    expect(html).toContain('Write again with the model')
    expect(html).toContain('value="rewrite-with-model"')
    expect(html).toContain('Written by the built-in writer, no model')
  })

  it('offers no model where none is connected any more', () => {
    const html = page({ generation: switched('ready', 'model-busy', 0), hasModel: false })
    expect(html).toContain('The model had too much to do, so the built-in writer wrote this.')
    expect(html).not.toContain('Write again with the model')
  })

  it('tells what became of the tweets that the model had written, already while it is written', () => {
    const html = page({ generation: switched('running', 'model-stalled', 2), hasModel: true })
    expect(html).toContain('The 2 tweets it had written are not part of it.')
    expect(html).not.toContain('Write again with the model')
  })

  it('says none of this of a thread that was not finished', () => {
    expect(page({ generation: switched('cancelled', 'model-stalled', 2), hasModel: true })).not.toContain(
      'the built-in writer wrote this',
    )
  })
})

describe('a thread being made', () => {
  it('says where it stands in the queue', () => {
    const waiting = page({ generation: view('queued', { ahead: 2 }), source: null, canCancel: true })
    expect(waiting).toContain('2 threads are ahead of this one.')
    expect(waiting).toContain('value="cancel"')
    expect(waiting).toContain('The first tweet appears here.')
    expect(page({ generation: view('queued', { ahead: 1 }) })).toContain('One thread is ahead')
    expect(page({ generation: view('queued') })).toContain('Next in line.')
  })

  it('says which tweet is being written, and leaves out skipped steps', () => {
    const html = page({ generation: view('running') })
    expect(html).toContain('Writing 4 of 9')
    expect(html).not.toContain('Fetch the page')
    expect(html).toContain('Tweet 3 of 9')
    expect(html).toContain('The next tweet appears here.')
  })

  it('counts on when nobody knows how many are to come', () => {
    const generation = view('running')
    expect(
      page({ generation: { ...generation, progress: { ...generation.progress, planned: null } } }),
    ).toContain('Writing tweet 4')
  })

  it('loads itself again without JavaScript', () => {
    expect(page({ generation: view('running') })).toContain(
      '<noscript><meta http-equiv="refresh" content="3"/></noscript>',
    )
  })
})

describe('a thread that was not finished', () => {
  const error = { code: 'model', message: 'The model stopped answering.', retryable: true }

  it('says why, offers another try, and keeps the draft', () => {
    const html = page({ generation: view('failed', { error }), canRetry: true })
    expect(html).toContain('The model stopped answering.')
    expect(html).toContain('value="retry"')
    expect(html).toContain('Unfinished draft')
    expect(html).toContain('Begun by a model')
  })

  it('offers the built-in writer where the model would not write', () => {
    const refused = { code: 'model-refused', message: 'The writing model declined.', retryable: false }
    const html = page({ generation: view('failed', { error: refused }), canRetry: true })
    expect(html).toContain('The writing model declined.')
    expect(html).toContain('value="retry-builtin"')
    expect(html).toContain('Write with the built-in writer')
    expect(page({ generation: view('failed', { error }), canRetry: true })).not.toContain('retry-builtin')
  })

  it('of a pasted text that won’t do leads to that text, and no further where trying again may help', () => {
    const short = { code: 'source-too-short', message: 'There is too little text.', retryable: false }
    const html = page({ generation: view('failed', { error: short }), canRetry: true })
    expect(html).toContain('/sources/s1?edit')
    expect(html).toContain('Correct the text')
    expect(page({ generation: view('failed', { error }), canRetry: true })).not.toContain('?edit')
  })

  it('shows only the reason when nothing was read', () => {
    const generation = view('failed', { error })
    const html = page({
      source: null,
      generation: { ...generation, progress: { ...generation.progress, tweets: [] } },
    })
    expect(html).not.toContain('Unfinished draft')
    expect(html).not.toContain('The source was not read.')
    expect(html).toContain('Start a new thread')
  })

  it('can be written again after it was stopped', () => {
    const html = page({ generation: view('cancelled'), canRetry: true, source: null })
    expect(html).toContain('You stopped this thread')
    expect(html).toContain('Write it again')
    expect(html).toContain('The source was not read.')
  })

  it('says when not a tweet was written', () => {
    const generation = view('cancelled')
    const html = page({ generation: { ...generation, progress: { ...generation.progress, tweets: [] } } })
    expect(html).toContain('before the first tweet')
    expect(html).toContain('Start a new thread')
  })
})
