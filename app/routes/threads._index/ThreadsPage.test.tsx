import { expect, it } from 'vitest'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { ThreadsPage, type ThreadsPageProps } from './ThreadsPage.tsx'

function page(props: ThreadsPageProps) {
  return renderPage(<ThreadsPage {...props} />)
}

const row = {
  id: 't1',
  title: 'The sea',
  firstTweet: 'It is <cold>.',
  tweetCount: 3,
  createdAt: '2020-01-02T03:04:05Z',
}

it('lists each thread with its first tweet, its state and its exact date', () => {
  const html = page({ rows: [{ ...row, status: 'ready' }], nextCursor: null, isVisitor: true })
  expect(html).toContain('href="/threads/t1"')
  expect(html).toContain('It is &lt;cold&gt;.')
  expect(html).toContain('3 tweets')
  expect(html).toContain('title="2 January 2020 at 03:04 UTC"')
  expect(html).not.toContain('Older threads')
})

it('says to a visitor how long they are kept, and how to keep them', () => {
  const rows = [{ ...row, status: 'ready' as const }]
  const visitor = page({ rows, nextCursor: null, isVisitor: true })
  expect(visitor).toContain('24 hours')
  expect(visitor).toContain('href="/sign-up"')
  expect(page({ rows, nextCursor: null, isVisitor: false })).not.toContain('24 hours')
})

it('leads to older threads', () => {
  const html = page({
    rows: [{ ...row, firstTweet: null, status: 'failed' }],
    nextCursor: 'a&b',
    isVisitor: false,
  })
  expect(html).toContain('/threads?cursor=a%26b')
})

it('says how to begin when there are none', () => {
  const html = page({ rows: [], nextCursor: null, isVisitor: true })
  expect(html).toContain('Nothing here yet')
  expect(html).toContain('Start a thread')
})
