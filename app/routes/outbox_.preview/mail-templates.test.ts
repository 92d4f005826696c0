import { describe, expect, it, test } from 'vitest'
import { mailPreview } from '#app/features/mail/mail-preview.ts'
import { sheet } from '#app/features/mail/parts/colours.ts'
import { mailTemplates, type TemplateName } from '#app/features/mail/templates.ts'
import { mailExamples } from './examples/mail-examples.ts'
import { previewMail } from './preview-mail.ts'

const examples = mailExamples('https://threadr.example')
const names = Object.keys(mailTemplates) as TemplateName[]
const kb = 1024
/** What a browser or mail program would fetch by itself. */
const fetched = /<(img|link|script|iframe|object|video|audio)\b|@import|@font-face|url\(|\bsrc=|background=/i
const marketing = /upgrade|offer|discount|newsletter|see the plans|news of Threadr/i

describe.each(names)('the message “%s”', (name) => {
  const example = examples[name]

  it('says as text what it says', async () => {
    const { subject, text } = await previewMail(example)
    expect(`Subject: ${subject}\nInbox: ${mailPreview({ ...example })}\n\n${text}`).toMatchSnapshot()
  })

  it('has a look of under 100 kB that fetches nothing and says its language', async () => {
    const { html } = await previewMail(example)
    expect(Buffer.byteLength(html)).toBeLessThan(100 * kb)
    expect(fetched.exec(html)).toBeNull()
    expect(/<html[^>]* lang="en"/.test(html)).toBe(true)
    expect(html.includes('<meta name="color-scheme" content="light dark"')).toBe(true)
    // As the outbox's policy knows it.
    expect(html.includes(`<style>${sheet}</style>`)).toBe(true)
  })

  it('goes by its own name, with one thing to do, whose address is in the text too', async () => {
    expect(example.template).toBe(name)
    const { html, text } = await previewMail(example)
    const buttons = html.match(/<a [^>]*class="action"/g) ?? []
    expect(buttons).toHaveLength(example.action ? 1 : 0)
    if (example.action) expect(text).toContain(example.action.url)
  })

  it('can be stopped by one click where it may be, and sells nothing where it can’t', async () => {
    const { headers = {}, links = [] } = example
    const { text } = await previewMail(example)
    const unsubscribing = headers['List-Unsubscribe']
    if (mailTemplates[name] === 'transactional') {
      expect(headers).toEqual({})
      expect(text).not.toMatch(/unsubscribe|\bstop\b/i)
      if (name !== 'capture-confirm') expect(text).not.toMatch(marketing)
      return
    }
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(headers['List-Id']).toMatch(/^[\w ]+ <\w+\.threadr\.example>$/)
    expect(links.map(({ url }) => `<${url}>`)).toContain(unsubscribing)
  })
})

test('each stoppable kind is a list of its own', () => {
  const lists = names.map((name) => [mailTemplates[name], examples[name].headers?.['List-Id']].join(' '))
  expect(new Set(lists).size).toBe(new Set(Object.values(mailTemplates)).size)
})
