import { expect, test } from 'vitest'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { OutPage } from './OutPage.tsx'
import type { PlanOffer } from './plan-offer.ts'

const page = (offer: PlanOffer) =>
  renderPage(
    <OutPage
      threadId="t1"
      title="The sea"
      version={1}
      findings={[]}
      price={{ posts: 1, withLink: 0, tenthsOfCents: 15, withoutLinks: 15 }}
      isFixed={false}
      answer={undefined}
      tweetCount={1}
      copyable="The sea is cold."
      isShared={false}
      posting={null}
      {...offer}
    />,
  )

test('what comes with another plan says so where it stands, and its link leads where it says', () => {
  const held = page({ closed: ['variants', 'cards', 'api'], networks: ['bluesky'] })
  expect(held).toMatch(/Image cards *<span[^>]*><span class="sr-only">comes with <\/span>Pro<\/span>/)
  expect(held).toMatch(/For other networks *<span[^>]*><span class="sr-only">comes with <\/span>Pro<\/span>/)
  expect(held).toContain('href="/pricing?for=cards"')
  expect(held).toContain('href="/pricing?for=variants"')
  expect(held).not.toContain('href="/threads/t1/cards"')
  // What was made for it while the plan was is still there.
  expect(held).toContain('href="/threads/t1/for/bluesky"')
  expect(held).not.toContain('href="/threads/t1/for/mastodon"')
})

test('who has it sees no mark', () => {
  const open = page({ closed: [], networks: ['bluesky', 'mastodon'] })
  expect(open).not.toContain('comes with')
  expect(open).toContain('href="/threads/t1/cards"')
  expect(open).toContain('href="/threads/t1/for/mastodon"')
})
