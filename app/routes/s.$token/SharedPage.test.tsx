import { expect, test } from 'vitest'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { SharedPage } from './SharedPage.tsx'

const page = (language: string | null, isNamed: boolean) =>
  renderPage(
    <SharedPage
      title="הגשר"
      isNamed={isNamed}
      language={language}
      tweets={[{ position: 1, text: 'הגשר נסגר.', verdict: 'supported' }]}
      source={null}
      showVerdicts
      address="https://threadr.example/s/token"
      supportEmail={null}
    />,
  )

test('a thread in Hebrew hangs on a line at the right, and what Threadr says of it stays English', () => {
  const html = page('he', false)
  expect(html).toContain('<article lang="he" dir="rtl">')
  expect(html).toMatch(/<h1 lang="en" dir="ltr"[^>]*>A thread of 1 tweet</)
  expect(page('he', true)).toMatch(/<h1 dir="auto"[^>]*>הגשר</)
  expect(page(null, true)).toContain('<article>')
})
