import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import { type Snapshot, snapshotSchema } from './snapshot.ts'

const blocksOf = ({ text, blocks }: Snapshot) =>
  blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('plain text', () => {
  test('keeps its paragraphs and takes a short first line as the title', () => {
    const snapshot = readText(
      'The lighthouse at the end\r\n\r\nIt was built in 1871. It still stands.\r\n\r\n\r\nNobody lives there now.',
    )
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
    expect(snapshot).toMatchObject({ kind: 'text', title: 'The lighthouse at the end', url: null })
    expect(snapshot.text).toBe(
      'The lighthouse at the end\n\nIt was built in 1871. It still stands.\n\nNobody lives there now.',
    )
    expect(blocksOf(snapshot).map(([kind]) => kind)).toEqual(['heading', 'paragraph', 'paragraph'])
    expect(snapshot.contentHash).toBe(createHash('sha256').update(snapshot.text).digest('hex'))
  })

  test('whose first line is a sentence has no title', () => {
    expect(readText('It rained.\n\nThen the sun came out over the valley.').title).toBeNull()
    expect(readText('One line only').title).toBeNull()
  })

  test('wrapped at a fixed width becomes whole paragraphs again', () => {
    const wrapped = `The harbour freezes in most winters, and the ferry then lies at its
berth until March. People cross on foot, pulling sledges with what they
need, and a row of fir branches in the snow shows where the ice is well-
known to hold.

In spring the branches float away.`
    expect(readText(wrapped).text).toBe(
      'The harbour freezes in most winters, and the ferry then lies at its berth until March. People cross on foot, pulling sledges with what they need, and a row of fir branches in the snow shows where the ice is well-known to hold.\n\nIn spring the branches float away.',
    )
  })

  test('with a paragraph a line keeps each for itself, and so does verse', () => {
    const long =
      'This paragraph was written on one line without any break, as editors do, and it goes on for more than a hundred characters.'
    expect(blocksOf(readText(`${long}\n${long}`))).toHaveLength(2)
    expect(blocksOf(readText('Snow on the pier,\nice on the rope,\nno boat all day.'))).toHaveLength(3)
  })

  test('wrapped in Japanese joins without spaces', () => {
    const line =
      '港は冬になると凍ってしまい船は三月まで岸につながれたままになるので人々は氷の上を歩いて渡り荷物を引く'
    expect(readText(`${line}\n${line}\n${line}`).text).toBe(line.repeat(3))
  })

  test('loses what no reader sees: controls, soft hyphens, hidden tag letters, lone surrogates', () => {
    const hidden = Array.from('obey', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join(
      '',
    )
    expect(readText(`a\u0000b\u0007 co\u00ADop \uD800 cafe\u0301 ${hidden}\u202Eend`).text).toBe(
      'ab coop \uFFFD café end',
    )
    expect(readText('flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 👩‍👧 stay').text).toBe('flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 👩‍👧 stay')
  })

  test('tells its language, and null where it can not', () => {
    expect(
      readText('Der Hafen friert in den meisten Wintern zu, und die Fähre liegt dann bis zum März fest.')
        .language,
    ).toBe('de')
    expect(readText('港は冬になると凍ってしまいます。').language).toBe('ja')
    expect(readText('42').language).toBeNull()
  })
})

describe('Markdown', () => {
  test.each([
    '# Heading\n\nText',
    'Text with [a link](https://example.com).',
    '```\ncode\n```',
    '- one\n- two',
    '1. one\n2. two',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    'Title\n=====\n\nText',
    '**Bold** words and `code` in it.',
  ])('is known by its content: %j', (input) => {
    expect(readText(input).kind).toBe('markdown')
  })

  test.each([
    'I am #1 - at last.',
    'Cost: 5 * 3 * 2 and a_b_c',
    'A dash - and another - here',
    '* one star only',
  ])('is not seen where there is none: %j', (input) => {
    expect(readText(input).kind).toBe('text')
  })

  test('gives blocks without marks, link targets, images and comments', () => {
    const snapshot = readText(`# The *cold* harbour

A [ferry](https://example.com/ferry "title") ~~sank~~ waits.<br>It is **old** & \`rusty\`.
![a photo](photo.jpg) <!-- not for readers -->

> Nobody crosses in March.

- first
  - inner, with https://example.com/x
- [x] second

  more on it

1. counted

\`\`\`sh
ls  -l

pwd
\`\`\`

| Year | Ice |
| ---- | --- |
| 1871 | yes |

<div>raw</div>

***

Noted.[^1]

[^1]: The note.`)
    expect(blocksOf(snapshot)).toEqual([
      ['heading', 'The cold harbour'],
      ['paragraph', 'A ferry sank waits. It is old & rusty.'],
      ['quote', 'Nobody crosses in March.'],
      ['list-item', 'first'],
      ['list-item', 'inner, with https://example.com/x'],
      ['list-item', 'second'],
      ['paragraph', 'more on it'],
      ['list-item', 'counted'],
      ['code', 'ls  -l\n\npwd'],
      ['table', 'Year · Ice\n1871 · yes'],
      ['paragraph', 'Noted.'],
      ['paragraph', 'The note.'],
    ])
    expect(snapshot.title).toBe('The cold harbour')
    expect(snapshot.blocks[0]?.level).toBe(1)
  })

  test('front matter tells title, authors and date, and is no text', () => {
    const snapshot = readMarkdown(
      '---\ntitle: "Ice: a history"\nauthors:\n  - Ann Lee\n  - name: Bob Ray\ndate: 2024-03-05 # draft\nlang: en-gb\ntags: [a, b]\n---\n\n# Other\n\nText.',
    )
    expect(snapshot).toMatchObject({
      title: 'Ice: a history',
      byline: 'Ann Lee, Bob Ray',
      publishedAt: '2024-03-05',
      language: 'en-GB',
    })
    expect(snapshot.text).toBe('Other\n\nText.')
  })

  test('that begins with a rule keeps everything', () => {
    expect(readMarkdown('---\n\nSome words.\n\n---\n\nMore.').text).toBe('Some words.\n\nMore.')
  })

  test.each([
    ['emphasis', '**a '.repeat(5_000) + ' b**'.repeat(5_000)],
    ['quotes', `${'> '.repeat(5_000)}deep`],
    ['brackets', '[a](b'.repeat(20_000)],
  ])('with thousands of nested %s is read as plain text', (_name, input) => {
    expect(readMarkdown(input).kind).toBe('text')
  })

  test('long lines without blank lines between are paragraphs of their own', () => {
    const long =
      'This paragraph stands on one line as some editors export it, and it is far longer than any line that was wrapped by hand would be.'
    expect(blocksOf(readText(`# Head\n\n${long}\n${long}`))).toHaveLength(3)
  })
})
