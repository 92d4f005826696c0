import { describe, expect, it } from 'vitest'
import { mailBody } from './mail-body.ts'
import { titled } from './queue-mail.ts'
import { newsletterMail } from './words/newsletter.ts'
import { threadReadyMail } from './words/thread-ready.ts'

const title =
  '</title><script>alert("1")</script>\r\nBcc: all@example.com\u2028& ‘quotes’ \'and\' \u202eturned'
const mail = threadReadyMail({
  appUrl: 'https://threadr.example',
  threadId: '01937f3e-0000-7000-8000-000000000001',
  title,
  tweets: 1,
  doubts: 1,
  stopUrl: 'https://threadr.example/mail?by="><script>',
})

describe('a message about a thread whose title is hostile', () => {
  it('keeps its subject in one line', () => {
    const { subject, heading } = titled(mail)
    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/)
    expect(subject).toContain('Bcc: all@example.com & ‘quotes’')
    expect(heading).toBe(title)
  })

  it('shows the title as words: in the page, its title and what inboxes show', async () => {
    const { html } = await mailBody({ ...mail, preview: title })
    expect(html).not.toMatch(/<script/i)
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(3)
    expect(html.match(/<title>/g)).toHaveLength(1)
    expect(html).toContain('href="https://threadr.example/mail?by=&quot;&gt;&lt;script&gt;"')
  })

  it('is cut where it is endless, between characters', () => {
    const { subject } = titled({ subject: `${'👩‍🚀'.repeat(10)}${'👍'.repeat(500)}`, paragraphs: [] })
    expect([...subject]).toHaveLength(150)
    expect(subject).toMatch(/^(👩‍🚀){10}👍+…$/u)
  })
})

it('an address that is none of the web is words, not a link', async () => {
  const { html, text } = await mailBody(
    newsletterMail({
      subject: 'News',
      paragraphs: ['Said twice.', 'Said twice.'],
      sections: [
        { title: 'One', about: 'a', items: [{ text: 'Run', url: 'javascript:alert(1)', note: 'it' }] },
      ],
      action: { label: 'Open', url: 'data:text/html,x' },
      stopUrl: 'https://threadr.example/mail',
    }),
  )
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'https://threadr.example/mail',
  ])
  expect(html.match(/Said twice\./g)).toHaveLength(3)
  expect(text).toContain('Said twice.\n\nSaid twice.')
})

it('a title and what is quoted run the way they are written', async () => {
  const item = { text: 'הגשר נסגר.', url: 'https://threadr.example/threads/t1', note: '3 tweets' }
  const { html } = await mailBody({
    heading: 'הגשר נסגר',
    paragraphs: ['The thread “הגשר” is ready.'],
    sections: [{ title: 'New', about: 'Since then.', items: [item] }],
  })
  for (const words of ['הגשר נסגר</h1>', 'The thread “הגשר”', 'הגשר נסגר.'])
    expect(html.slice(0, html.lastIndexOf(words)).split('<').at(-1)).toContain('dir="auto"')
})
