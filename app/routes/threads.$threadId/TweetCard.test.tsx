import { describe, expect, it } from 'vitest'
import type { Reason } from '#app/features/support/verdict.ts'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import type { NumberedTweet } from './numbered-tweets.ts'
import { TweetCard } from './TweetCard.tsx'
import type { Kept, RefusedChange } from './thread-props.ts'

const plain = 'The ferry carries 210 passengers.'
const reason = (start: number, over: Partial<Reason> = {}): Reason => ({
  code: 'number-not-found',
  at: { start, end: start + 3 },
  found: '120',
  ...over,
})

type Given = {
  tweet?: Partial<NumberedTweet>
  kept?: Partial<Kept> | null
  hints?: Hint[]
  refused?: RefusedChange | null
}

function card({ tweet = {}, kept = {}, hints = [], refused = null }: Given) {
  const shown: NumberedTweet = {
    position: 2,
    text: plain,
    plain,
    length: plain.length,
    spans: [{ start: 0, end: 9 }],
    verdict: 'supported',
    reasons: [],
    ...tweet,
  }
  const stored = kept && {
    id: 't2',
    isOpinion: false,
    isLocked: false,
    version: 7,
    wishes: [],
    candidates: [],
    ...kept,
  }
  return renderPage(
    <TweetCard
      threadId="t1"
      tweet={shown}
      count={3}
      limit={280}
      lit={false}
      onPassage={() => {}}
      kept={stored}
      hints={hints}
      refused={refused}
    />,
  )
}
const partly = (...reasons: Reason[]) => ({ verdict: 'partly' as const, reasons })

describe('a verdict', () => {
  it('of a supported tweet is a quiet word beside its passage', () => {
    const html = card({})
    expect(html).toContain('Supported')
    expect(html).toContain('1 passage')
    expect(html).not.toContain('It is my opinion')
  })

  it('of a doubted tweet stands with its reasons, once', () => {
    const html = card({ tweet: partly(reason(18)) })
    expect(html.match(/Partly supported/g)).toHaveLength(1)
    expect(html).toContain('<bdi>“210”</bdi>: the source says <bdi>“120”</bdi>.')
    expect(html).toContain('It is my opinion')
  })

  it('folds what is more than a few reasons away, and says first that nothing backs it', () => {
    const nothing = reason(0, { code: 'not-in-source', at: { start: 0, end: plain.length }, found: null })
    const html = card({
      tweet: partly(...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((start) => reason(start)), nothing),
    })
    expect(html).toContain('7 more reasons')
    expect(html.indexOf('Nothing in the source')).toBeLessThan(html.indexOf('the source says'))
    expect(html.indexOf('<details')).toBeGreaterThan(html.indexOf('the source says'))
    expect(html.match(/<li /g)).toHaveLength(10)
    expect(card({ tweet: partly(reason(1), reason(2), reason(3), reason(4)) })).not.toContain('more reasons')
  })

  it('tells what is wrong twice in the same words once', () => {
    const text = 'The ferry carries 210 passengers, and 210 more.'
    const html = card({
      tweet: { text, plain: text, verdict: 'unsupported', reasons: [reason(18), reason(38)] },
    })
    expect(html.match(/the source says/g)).toHaveLength(1)
  })

  it('is none for a tweet from before there was a check', () => {
    const html = card({ tweet: { verdict: null, spans: [] } })
    expect(html).toContain('No passage')
    expect(html).not.toContain('Supported')
  })
})

describe('a stored tweet', () => {
  it('can be edited and locked without JavaScript', () => {
    const html = card({})
    expect(html).toMatch(/<details[^>]*><summary/)
    expect(html).toContain(`>${plain}</textarea>`)
    expect(html).toContain('name="version" value="7"')
    expect(html).toContain('value="edit"')
    expect(html).toContain('value="lock"')
  })

  it('that is locked offers to be unlocked, and nothing to type in', () => {
    const html = card({ kept: { isLocked: true } })
    expect(html).toContain('value="unlock"')
    expect(html).not.toContain('<textarea')
    expect(html).toContain('Kept as it is')
  })

  it('called an opinion can be checked as a claim again', () => {
    expect(card({ tweet: { verdict: 'opinion' }, kept: { isOpinion: true } })).toContain('value="claim"')
  })

  it('can’t be changed while it is being written', () => {
    const html = card({ kept: null })
    expect(html).not.toContain('<form')
    expect(html).toContain('Supported')
  })
})

describe('a change that was refused without JavaScript', () => {
  it('comes back in its open form with what was typed and why', () => {
    const html = card({ refused: { error: 'Use fewer characters.', tweetId: 't2', text: 'My words' } })
    expect(html).toMatch(/<details[^>]* open=""/)
    expect(html).toContain('>My words</textarea>')
    expect(html).toMatch(/aria-invalid="true" aria-describedby="text-t2-error"/)
    expect(html).toMatch(/id="text-t2-error"[^>]*>Use fewer characters\./)
  })

  it('does so even where it was locked meanwhile', () => {
    const refused = { error: 'This tweet is locked.', tweetId: 't2', text: 'My words' }
    expect(card({ kept: { isLocked: true }, refused })).toContain('>My words</textarea>')
  })
})

describe('what to look at in it before it leaves', () => {
  it('is there with the page and needs no script, with the way to what can be done', () => {
    const message = 'X makes a link of “Booking.com”. Leave it if you mean the site.'
    const hint = {
      key: 'link:t2:0',
      code: 'link',
      level: 'look',
      tweetId: 't2',
      position: 2,
      message,
    } as const
    const html = card({ hints: [hint] })
    expect(html).toMatch(/<details[^>]*><summary[^>]*>.*X makes a link of “Booking\.com”/)
    expect(html).toContain('href="/threads/t1/out"')
    expect(card({})).not.toContain('To look at')
  })
})
