import { expect, test } from 'vitest'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { SharePage } from './SharePage.tsx'

const page = (given: { mayBeKept: boolean; done?: 'taken' }) =>
  renderPage(
    <SharePage
      threadId="t1"
      title="The sea"
      namesSource={false}
      share={{
        link: 'https://threadr.example/s/token',
        createdAt: '2026-11-27T08:00:00Z',
        showVerdicts: false,
        isIndexed: false,
      }}
      isLocal={false}
      done={given.done ?? null}
      mayBeKept={given.mayBeKept}
      answer={undefined}
    />,
  )

test('a page that proxies may keep a copy of is told to go within five minutes, any other at once', () => {
  expect(page({ mayBeKept: false })).toContain('At once. A page made after that has another link.')
  expect(page({ mayBeKept: false, done: 'taken' })).not.toContain('five minutes')
  expect(page({ mayBeKept: true })).toContain('go within five minutes.')
  expect(page({ mayBeKept: true, done: 'taken' })).toContain('may show for up to five minutes more')
})
