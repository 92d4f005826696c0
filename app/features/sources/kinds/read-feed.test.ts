import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const address = 'https://example.com/blog/feed.xml'
async function read(
  text: string,
  {
    url = address,
    contentType = 'application/xml',
  }: { url?: string | null; contentType?: string | null } = {},
) {
  const reading = await readDocument({
    bytes: new TextEncoder().encode(text),
    name: null,
    url,
    contentType,
    charset: null,
  })
  if (reading.type !== 'feed') throw new Error(`read as a ${reading.type}`)
  return reading.feed
}
const rss = (items: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Ice &amp;amp; water</title><link>https://example.com/</link><atom:link rel="self" href="${address}"/>${items}</channel></rss>`

describe('a feed is a list of its articles', () => {
  test('RSS 2.0, the newest first and those without a date last', async () => {
    const feed = await read(
      rss(`<item><title>No date</title><link>/none</link></item>
<item><title>Old</title><link>https://example.com/old</link><pubDate>Tue, 24 Mar 2015 10:00:00 GMT</pubDate></item>
<item><title><![CDATA[<b>New</b> &amp; bold]]></title><link>new?a=1&amp;b=2</link><pubDate>Wed, 25 Mar 2015 10:00:00 +0100</pubDate><description>&lt;p&gt;It froze.&lt;/p&gt;&lt;p&gt;Again.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>`),
    )
    expect(feed).toEqual({
      title: 'Ice & water',
      items: [
        {
          title: 'New & bold',
          url: 'https://example.com/blog/new?a=1&b=2',
          publishedAt: '2015-03-25T09:00:00Z',
          summary: 'It froze. Again.',
        },
        { title: 'Old', url: 'https://example.com/old', publishedAt: '2015-03-24T10:00:00Z', summary: null },
        { title: 'No date', url: 'https://example.com/none', publishedAt: null, summary: null },
      ],
    })
  })

  test('RSS 1.0, whose items stand beside the channel', async () => {
    const feed = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ice</title></channel><item rdf:about="https://example.com/one"><title>One</title><link>https://example.com/one</link><dc:date>2015-03-24</dc:date></item></rdf:RDF>`,
    )
    expect(feed.items).toEqual([
      { title: 'One', url: 'https://example.com/one', publishedAt: '2015-03-24', summary: null },
    ])
  })

  test('Atom, with links read against xml:base and plain titles left as they are', async () => {
    const feed = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/a/"><title type="html">Ice &amp;lt;3</title><entry><title>How &lt;br&gt; works</title><link rel="edit" href="edit"/><link rel="enclosure" href="talk.mp3"/><link href="one"/><published>2024-01-02T03:04:05Z</published><updated>2025-01-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>froze</b>.</p></div></content></entry></feed>`,
    )
    expect(feed).toEqual({
      title: 'Ice <3',
      items: [
        {
          title: 'How <br> works',
          url: 'https://example.com/a/one',
          publishedAt: '2024-01-02T03:04:05Z',
          summary: 'It froze.',
        },
      ],
    })
  })

  test.each(['application/feed+json', 'application/json', null])(
    'JSON Feed, served as %s',
    async (contentType) => {
      const feed = await read(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Ice',
          items: [
            {
              id: 1,
              url: '/one',
              title: 'One',
              date_published: '2024-01-02T03:04:05Z',
              content_html: '<p>It froze.</p>',
            },
            { id: 'https://example.com/two', content_text: 'Two < three, and no title' },
            { id: 'no address' },
            'no item',
          ],
        }),
        { contentType, url: 'https://example.com/feed.json' },
      )
      expect(feed).toEqual({
        title: 'Ice',
        items: [
          {
            title: 'One',
            url: 'https://example.com/one',
            publishedAt: '2024-01-02T03:04:05Z',
            summary: 'It froze.',
          },
          {
            title: 'Two < three, and no title',
            url: 'https://example.com/two',
            publishedAt: null,
            summary: 'Two < three, and no title',
          },
        ],
      })
    },
  )

  test('with at most 50 items, each once, and summaries of at most 300 characters', async () => {
    const item = (index: number) =>
      `<item><title>${index}</title><link>/${index % 70}</link><pubDate>${new Date(Date.UTC(2024, 0, 1 + index)).toUTCString()}</pubDate><description>${'It froze again. '.repeat(100)}</description></item>`
    const { items } = await read(rss(Array.from({ length: 80 }, (_, index) => item(index)).join('')))
    expect(items).toHaveLength(50)
    expect(items[0]?.title).toBe('69')
    expect(new Set(items.map(({ url }) => url)).size).toBe(50)
    for (const { summary } of items) {
      expect(summary?.length).toBeLessThanOrEqual(300)
      expect(summary).toMatch(/froze…$/)
    }
  })

  test('a file has no address to read links against', async () => {
    const { items } = await read(
      rss('<item><link>/one</link></item><item><guid>https://example.com/two</guid></item>'),
      { url: null },
    )
    expect(items.map(({ url }) => url)).toEqual(['https://example.com/two'])
  })
})

describe('a feed that leads nowhere, or means harm', () => {
  test.each([
    ['no items', ''],
    [
      'scripts',
      '<item><title>x</title><link>javascript:alert(1)</link></item><item><link>data:text/html,x</link></item>',
    ],
    ['files', '<item><link>file:///etc/passwd</link></item>'],
    ['somebody’s password', '<item><link>https://a:b@example.com/</link></item>'],
    [
      'a sound file only',
      '<item><title>x</title><guid isPermaLink="false">1</guid><enclosure url="https://example.com/a.mp3" type="audio/mpeg"/></item>',
    ],
  ])('has no usable item: %s', async (_what, items) => {
    await expect(read(rss(items))).rejects.toMatchObject({ code: 'empty-feed', status: 422, field: 'source' })
  })

  test('entities of its own are neither expanded nor fetched', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join('')
    const { items } = await read(
      rss(
        '<item><title>Ice &l9; &file;</title><link>/one</link></item>',
        `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]>`,
      ),
    )
    expect(items).toEqual([
      { title: 'Ice &l9; &file;', url: 'https://example.com/one', publishedAt: null, summary: null },
    ])
  })

  test('elements nested without end', async () => {
    await expect(read(rss('<item>'.repeat(100_000)))).rejects.toMatchObject({ code: 'empty-feed' })
  })
})

describe('other XML is no feed', () => {
  test.each([
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.com/</loc></url></urlset>',
    '<opml version="2.0"><body><outline text="Ice" xmlUrl="https://example.com/feed"/></body></opml>',
    '<svg xmlns="http://www.w3.org/2000/svg"><text>Ice</text></svg>',
  ])('%s', async (xml) => {
    await expect(read(xml)).rejects.toMatchObject({
      code: 'unsupported-document',
      message: expect.stringContaining('XML that is no article'),
    })
  })

  test('a page that only links to a feed is a page', async () => {
    const page = `<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/feed"><title>Ice</title></head><p>${'It froze again last night. '.repeat(20)}</p>`
    await expect(read(page, { contentType: 'text/html' })).rejects.toThrow('read as a snapshot')
  })
})
