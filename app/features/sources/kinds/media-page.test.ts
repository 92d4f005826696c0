import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const sentence =
  'The harbour freezes in most winters, and the ferry then lies at its berth until the ice breaks up in March. '
/** 20 words a piece. */
const words = (pieces: number) => sentence.repeat(pieces).trim()

async function read(html: string, url: string) {
  const reading = await readDocument({
    bytes: new TextEncoder().encode(html),
    name: null,
    url,
    contentType: 'text/html',
    charset: null,
  })
  if (reading.type !== 'snapshot') throw new Error(`read as a ${reading.type}`)
  return reading.snapshot
}

/** The shape of a watch page: next to no text, the description whole in the player's data only. */
const watchPage = (description: string, player = true) =>
  `<!DOCTYPE html><html lang="en"><head><title>Crossing the ice - YouTube</title><meta property="og:type" content="video.other"><meta property="og:title" content="Crossing the ice"><meta property="og:site_name" content="YouTube"><meta property="og:description" content="${description.slice(0, 150)}"></head><body><script>${
    player
      ? `var ytInitialPlayerResponse = ${JSON.stringify({
          videoDetails: {
            videoId: 'abc',
            title: 'Crossing the ice {whole}',
            author: 'Ann "Ice" Berg',
            shortDescription: description,
          },
          microformat: { playerMicroformatRenderer: { publishDate: '2024-03-09T02:00:00-08:00' } },
        })};var meta = {};`
      : 'var ytInitialPlayerResponse = {broken'
  }</script><div>About Press Copyright Contact us Creators</div></body></html>`

describe('a video page', () => {
  test.each([
    'https://www.youtube.com/watch?v=abc',
    'https://m.youtube.com/watch?v=abc&t=4',
    'https://www.youtube.com/shorts/abc',
    'https://www.youtube.com/live/abc',
    'https://youtu.be/abc',
  ])('is read by its description where that is long enough: %s', async (url) => {
    const snapshot = await read(
      watchPage(
        `${words(5)}\n\nMy site: https://example.com/a/b/c/d\nhttps://example.com/x\n#ice #winter\n0:00 How it begins {and "ends"}`,
      ),
      url,
    )
    expect(snapshot).toMatchObject({
      kind: 'html',
      title: 'Crossing the ice {whole}',
      byline: 'Ann "Ice" Berg',
      siteName: 'YouTube',
      publishedAt: '2024-03-09T02:00:00-08:00',
      text: `${words(5)}\n\n0:00 How it begins {and "ends"}`,
      quality: { doubt: 'only-description' },
    })
    expect(snapshot.quality.score).toBeLessThan(50)
  })

  test('with a short description says what to do', async () => {
    for (const page of [watchPage(words(3)), watchPage(words(3), false), '<title>YouTube</title>']) {
      await expect(read(page, 'https://www.youtube.com/watch?v=abc')).rejects.toMatchObject({
        code: 'no-transcript',
        status: 422,
        field: 'source',
        message: expect.stringContaining('Paste its transcript'),
      })
    }
  })

  test('whose description is long only by its links has none', async () => {
    const links =
      'See https://example.com/one/two/three/four/five/six and https://example.com/a-b-c-d-e-f-g\n'.repeat(30)
    await expect(read(watchPage(links), 'https://youtu.be/abc')).rejects.toMatchObject({
      code: 'no-transcript',
    })
  })

  test('of Vimeo, by its JSON-LD', async () => {
    const data = {
      '@type': 'VideoObject',
      name: 'Ice',
      description: words(5),
      uploadDate: '2024-03-09',
      author: { name: 'Ann Berg' },
    }
    const page = `<title>Ice on Vimeo</title><script type="application/ld+json">${JSON.stringify([data])}</script><div id="app"></div>`
    expect(await read(page, 'https://vimeo.com/123456789')).toMatchObject({
      title: 'Ice',
      byline: 'Ann Berg',
      publishedAt: '2024-03-09',
      text: words(5),
      quality: { doubt: 'only-description' },
    })
  })

  test('other pages of the same sites are pages', async () => {
    const page = `<title>Ice</title><article><p>${words(8)}</p></article>`
    expect((await read(page, 'https://vimeo.com/blog/post/ice')).quality.doubt).toBeNull()
  })
})

describe('a podcast page', () => {
  const episode = (description: string, body: string) =>
    `<title>Ice, episode 3</title><script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'PodcastEpisode', name: 'Ice', description, partOfSeries: { name: 'Winters' } }] })}</script><body><main>${body}</main></body>`
  const url = 'https://podcasts.example.com/ice/3'

  test('is read by its notes where they are long enough', async () => {
    expect(await read(episode(words(5), '<button>Play</button>'), url)).toMatchObject({
      title: 'Ice',
      byline: 'Winters',
      text: words(5),
      quality: { doubt: 'only-description' },
    })
    // Their beginning in the metadata, all of them on the page.
    const notes = await read(episode(words(1), `<p>${words(3)}</p><p>${words(3)}</p>`), url)
    expect(notes).toMatchObject({
      text: `${words(3)}\n\n${words(3)}`,
      quality: { doubt: 'only-description' },
    })
  })

  test('with short notes says what to do', async () => {
    await expect(read(episode(words(2), `<p>${words(2)}</p>`), url)).rejects.toMatchObject({
      code: 'no-transcript',
      message: expect.stringContaining('listen'),
    })
  })

  test('with its transcript on it is an article', async () => {
    const snapshot = await read(episode(words(2), `<p>${words(6)}</p><p>${words(6)}</p>`), url)
    expect(snapshot.quality.doubt).toBeNull()
    expect(snapshot.text).toContain(words(6))
  })
})

describe('an article stays an article', () => {
  const article = `<article><h1>Ice</h1><p>${words(4)}</p><iframe src="https://www.youtube.com/embed/abc"></iframe><p>${words(5)}</p></article>`

  test.each([
    ['an embedded video', ''],
    [
      'a video in its JSON-LD',
      `<script type="application/ld+json">${JSON.stringify([
        { '@type': 'NewsArticle', headline: 'Ice', video: { '@type': 'VideoObject', name: 'x' } },
        { '@type': 'VideoObject', name: 'x', description: words(6) },
      ])}</script>`,
    ],
    [
      'a video beside it',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'VideoObject', name: 'x', description: words(1) })}</script>`,
    ],
    [
      'a player card',
      '<meta name="twitter:card" content="player"><meta name="twitter:player" content="https://example.com/p">',
    ],
  ])('with %s', async (_what, head) => {
    const snapshot = await read(
      `<html><head><title>Ice</title>${head}</head><body>${article}</body></html>`,
      'https://news.example.com/ice',
    )
    expect(snapshot.text).toContain(words(5))
    expect(snapshot.quality.doubt).toBeNull()
  })
})
