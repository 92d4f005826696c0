import { describe, expect, test } from 'vitest'
import { article, one, read, two, url } from './html-fixture.ts'

describe('what the page says of itself', () => {
  test('from JSON-LD, in a graph and by reference', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'The Example Times' },
        {
          '@type': ['Article', 'NewsArticle'],
          headline: 'Ice &mdash; again',
          author: [{ '@id': '#ann' }, { name: 'Bob Ray' }],
          datePublished: '2024-03-05T10:00:00+01:00',
          inLanguage: 'en-GB',
        },
        { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
      ],
    }
    const snapshot = article(
      '',
      `<script type="application/ld+json">not json</script><script type="application/ld+json">${JSON.stringify(graph)}</script>`,
    )
    expect(snapshot).toMatchObject({
      byline: 'Ann Lee, Bob Ray',
      siteName: 'The Example Times',
      publishedAt: '2024-03-05T10:00:00+01:00',
      language: 'en',
    })
  })

  test('from Open Graph and meta elements', () => {
    const snapshot = article(
      '',
      `<title>Ice again | The Example Times</title><meta property="og:title" content="Ice again | The Example Times"><meta property="og:site_name" content="The Example Times"><meta property="article:published_time" content="2024-03-05"><meta name="author" content="By ANN LEE and Bob Ray"><link rel="canonical" href="/2024/ice">`,
    )
    expect(snapshot).toMatchObject({
      title: 'Ice again',
      siteName: 'The Example Times',
      publishedAt: '2024-03-05',
      byline: 'ANN LEE, Bob Ray',
      url: 'https://news.example.com/2024/ice',
    })
  })

  test('from what it shows', () => {
    const snapshot = read(
      `<title>Example: ice</title><article><h1>The ice is back</h1><p class="byline">By <a rel="author" href="/ann">Ann Lee</a></p><time datetime="2024-03-05">5 March 2024</time><p>${one}</p><p>${two}</p></article>`,
    )
    expect(snapshot).toMatchObject({
      byline: 'Ann Lee',
      publishedAt: '2024-03-05',
      text: `The ice is back\n\n${one}\n\n${two}`,
    })
  })

  test('another site’s address for the page, or the home page, is not believed', () => {
    expect(article('', '<link rel="canonical" href="https://evil.example.org/x">').url).toBe(url)
    expect(article('', '<link rel="canonical" href="https://news.example.com/">').url).toBe(url)
    expect(article('', '<link rel="canonical" href="javascript:alert(1)">').url).toBe(url)
  })

  test('a language that the text plainly contradicts is not believed', () => {
    const german =
      'Der Hafen friert in den meisten Wintern zu, und die Fähre liegt dann bis zum März an ihrem Platz. Die Leute gehen zu Fuß hinüber und ziehen Schlitten. '.repeat(
        4,
      )
    expect(read(`<html lang="en"><p>${german}</p>`).language).toBe('de')
    expect(read(`<html lang="de-at"><p>${german}</p>`).language).toBe('de-AT')
    expect(read(`<p>${german}</p>`).language).toBe('de')
  })

  test('comes without the bytes that nothing can store', () => {
    const { title, byline } = article(
      '',
      `<title>A\u0000 title</title><script type="application/ld+json">{"@type":"Article","author":{"name":"n\\u0000 m"}}</script>`,
    )
    expect(`${title} ${byline}`).not.toContain('\u0000')
  })
})

describe('what a page writes in an odd way', () => {
  test('signs by their references, which are read once whatever they spell', () => {
    const { text } = article('<p>In HTML &amp;#60; and &amp;lt; stand for &lt;, and &amp;amp; for &amp;.</p>')
    expect(text).toContain('In HTML &#60; and &lt; stand for <, and &amp; for &.')
  })

  test('names with a colon, elements of its own and voids that are closed', () => {
    const { text } = article(
      '<p>A line<br></br>that <my:mark>goes</my:mark> on<wbr/> here, in words.<o:p></o:p></p><hr/>',
    )
    expect(text).toContain(one)
    expect(text).toContain(two)
    expect(text).toMatch(/A line\n?\s*that/)
  })

  test('a hidden quotation within who is quoted', () => {
    const { text } = article(
      `<blockquote><p>The water knew it before we did, and it told everybody.</p><footer>Ann Lee, <blockquote hidden><p>unseen</p></blockquote> glaciologist</footer></blockquote>`,
    )
    expect(text).toContain('The water knew it before we did')
    expect(text).toMatch(/Ann Lee,\s+glaciologist/)
    expect(text).not.toContain('unseen')
    expect(text).toContain(two)
  })
})
