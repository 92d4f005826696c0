import { describe, expect, it } from 'vitest'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { Candidates } from './Candidates.tsx'
import { candidateNotes } from './candidate-words.ts'
import { RewriteMenu } from './RewriteMenu.tsx'
import type { Kept, ShownCandidate } from './thread-props.ts'

const candidate: ShownCandidate = {
  id: '01a2158e-bfbe-745d-afc8-1db35c504f20',
  kind: 'shorter',
  under: 2,
  status: 'ready',
  error: null,
  notes: ['A note.'],
  texts: [
    {
      text: 'The <b>bridge</b> stands.',
      verdict: 'supported',
      reasons: [],
      length: 25,
      words: [
        { text: 'The <b>bridge</b> stands', change: 'same' },
        { text: ' and weighs', change: 'removed' },
        { text: '.', change: 'added' },
      ],
    },
  ],
}
const shown = (given: Partial<ShownCandidate>) =>
  renderPage(<Candidates candidates={[{ ...candidate, ...given }]} version={7} limit={280} />)

describe('a suggestion', () => {
  it('shows what it changes and its verdict, and is a form to take it and one to leave it', () => {
    const page = shown({})
    expect(page).toContain('The &lt;b&gt;bridge&lt;/b&gt; stands')
    expect(page).toMatch(/<del[^>]*> and weighs<\/del>/u)
    expect(page).toMatch(/<ins[^>]*>\.<\/ins>/u)
    for (const said of ['Supported', 'A note.', 'Take it', 'Leave it', 'name="version" value="7"'])
      expect(page).toContain(said)
  })

  it('that is still being written can be called off, and one that failed says why', () => {
    const waiting = shown({ status: 'queued', texts: [] })
    expect(waiting).toContain('is being written')
    expect(waiting).toContain('Call it off')
    expect(waiting).not.toContain('Take it')
    const failed = shown({ status: 'failed', texts: [], error: 'The model is down.' })
    expect(failed).toContain('The model is down.')
    expect(failed).toContain('Close')
  })
})

describe('the menu of a tweet', () => {
  const kept: Kept = {
    id: 't1',
    isOpinion: false,
    isLocked: false,
    version: 7,
    wishes: ['shorter', 'continue'],
    candidates: [],
  }

  it('offers what may be asked for, and nothing for a locked tweet', () => {
    const page = renderPage(<RewriteMenu position={3} kept={kept} />)
    expect(page).toContain('value="shorter"')
    expect(page).toContain('value="continue"')
    expect(page).not.toContain('value="plainer"')
    expect(renderPage(<RewriteMenu position={3} kept={{ ...kept, isLocked: true }} />)).not.toContain(
      'Rewrite',
    )
  })
})

it.each([
  [{ writer: 'openai', because: null, dropped: 0, isOutdated: false } as const, []],
  [{ writer: 'openai', because: null, dropped: 2, isOutdated: false } as const, [/2 more were dropped/u]],
  [
    { writer: 'builtin', because: null, dropped: 0, isOutdated: true } as const,
    [/has changed/u, /without a/u],
  ],
  [
    { writer: 'builtin', because: 'model-busy', dropped: 0, isOutdated: false } as const,
    [/^The model had too much to do, so this was made without it/u],
  ],
])('what is to be known of a suggestion is said: %j', (given, notes) => {
  const said = candidateNotes(given)
  expect(said).toHaveLength(notes.length)
  for (const [at, note] of notes.entries()) expect(said[at]).toMatch(note)
})
