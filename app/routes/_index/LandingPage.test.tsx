import { describe, expect, it } from 'vitest'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { LandingPage } from './LandingPage.tsx'
import type { LandingPageProps } from './landing-props.ts'

function page(over: Partial<LandingPageProps> = {}) {
  const props: LandingPageProps = {
    errors: {},
    values: {},
    submissionKey: 'key-1',
    quota: null,
    mayLeaveAddress: false,
    recent: [],
    writer: 'openai',
    example: {
      title: 'An article',
      byline: 'By us',
      paragraphs: [
        { text: 'Used whole.', used: 1 },
        { text: 'Not. Used in part.', used: 2, spans: [{ start: 5, end: 18 }] },
        { text: 'Left out.', used: null },
      ],
      tweets: ['Used whole.', 'Used in part.'],
    },
    ...over,
  }
  return renderPage(<LandingPage {...props} />)
}

describe('the form', () => {
  it('can be sent without JavaScript, a file with it', () => {
    const html = page()
    expect(html).toMatch(/<form[^>]*method="post"[^>]*encType="multipart\/form-data"/i)
    expect(html).toContain('name="submissionKey" value="key-1"')
    expect(html).toMatch(/type="file" name="file" accept="\.txt,\.md,\.html/)
    for (const name of [
      'source',
      'tone',
      'audience',
      'length',
      'language',
      'numbering',
      'hashtags',
      'callToAction',
      'instruction',
    ])
      expect(html).toContain(`name="${name}"`)
  })

  it('keeps what was typed and says at the field what is wrong', () => {
    const html = page({
      errors: {
        source: 'Too short.',
        file: 'Not a text.',
        audience: 'Too long.',
        numbering: 'Odd.',
        form: 'Enough for today.',
      },
      values: {
        source: 'My draft',
        audience: 'Engineers',
        numbering: 'on',
        tone: 'formal',
        language: 'de',
        length: '5',
      },
    })
    expect(html).toMatch(/aria-invalid="true" aria-describedby="source-error"[^>]*>My draft</)
    expect(html).toContain('id="file-error"')
    expect(html).toMatch(/aria-describedby="audience-error"[^>]*value="Engineers"/)
    expect(html).toContain('Enough for today.')
    expect(html).toContain('<option value="formal" selected="">')
    expect(html).toContain('<option value="de" selected="">')
    expect(html).toContain('<option value="5" selected="">')
    expect(html).toMatch(/name="numbering"[^>]*checked=""/)
    expect(html).toContain('Odd.')
  })

  it('opens the options only when one of them is wrong', () => {
    expect(page({ errors: { source: 'Too short.' } })).toMatch(/<details class/)
    expect(page({ errors: { length: 'Odd.' } })).toMatch(/<details open=""/)
  })

  it('says which options need a model, when none is connected', () => {
    expect(page({ writer: 'builtin' })).toContain('No model is connected.')
    expect(page()).not.toContain('No model is connected.')
  })
})

describe('the example', () => {
  it('begins with the thread, which a narrow screen shows first', () => {
    const html = page()
    expect(html.indexOf('id="example-thread" data-shown="true"')).toBeGreaterThan(0)
    expect(html.indexOf('id="example-article" data-shown="false"')).toBeGreaterThan(
      html.indexOf('id="example-thread"'),
    )
    expect(html).toMatch(/href="#example-article"[^>]*>Article</)
  })

  it('marks what the thread used and nothing else', () => {
    const html = page()
    expect(html).toContain('id="example-tweet-2"')
    expect(html).toMatch(/<mark[^>]*>Used whole\./)
    expect(html).toMatch(/Not\. <mark[^>]*>Used in part\./)
    expect(html).not.toMatch(/<mark[^>]*>Left out/)
  })
})

it('offers a visitor more for an address, once the day’s threads are used up', () => {
  expect(page({ mayLeaveAddress: true })).toMatch(/<form[^>]*action="\/leave-address"/)
  expect(page()).not.toContain('leave-address')
})

it('leads back to recent threads, where there are any', () => {
  const row = {
    id: 't1',
    title: 'The sea',
    firstTweet: null,
    tweetCount: 0,
    status: 'queued' as const,
    createdAt: '2026-11-23T07:00:00Z',
  }
  expect(page({ recent: [row] })).toContain('Where you left off')
  expect(page()).not.toContain('Where you left off')
})
