import { expect, test } from 'vitest'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'

const before =
  'The mill at Orrin grinds oats for six villages, and its wheel turns from April to the first hard frost.'
const after =
  'Visitors may look on from the gallery, where a rail keeps their coats out of the gears and the belts.'

/** What a page's reading makes of the markup between two plain paragraphs. */
function read(inner: string): string[] {
  const { text, blocks } = readHtml({
    html: `<html lang="en"><body><article><p>${before}</p>${inner}<p>${after}</p></article></body></html>`,
    url: null,
  })
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`).slice(1, -1)
}

test.each([
  [
    '<p><b>Wheel</b> The wheel is fed from above.</p><p><strong>Stones</strong> Each pair is dressed twice a year.</p>',
    [
      'paragraph: Wheel: The wheel is fed from above.',
      'paragraph: Stones: Each pair is dressed twice a year.',
    ],
  ],
  [
    '<p><b>Wheel<br></b> Water feeds it from above.</p>',
    ['heading: Wheel', 'paragraph: Water feeds it from above.'],
  ],
  [
    '<p><b>Wheel</b><br>Water feeds it from above.</p>',
    ['heading: Wheel', 'paragraph: Water feeds it from above.'],
  ],
  [
    '<ul><li><b>Wheel</b><br>Water feeds it.</li><li><strong>Stones<br></strong> Oats go in.</li></ul>',
    ['list-item: Wheel: Water feeds it.', 'list-item: Stones: Oats go in.'],
  ],
  [
    '<ul><li><b>Wheel</b> Water feeds it.</li><li><b>Stones</b> Oats go in.</li></ul>',
    ['list-item: Wheel: Water feeds it.', 'list-item: Stones: Oats go in.'],
  ],
])('a bold label is set apart from the sentence it runs into: %s', (inner, expected) => {
  expect(read(inner)).toEqual(expected)
})

test.each([
  '<p><b>Orrin Mill</b> grinds oats all summer.</p>',
  '<p><b>Wheel:</b> Water feeds it from above.</p>',
  '<p><b>Why water?</b> It costs nothing.</p>',
  '<p><b>Orrin</b> Mill was built in 1811.</p>',
  '<p><b>The</b> Orrin Mill grinds.</p><p><b>The</b> Orrin stones turn.</p>',
  '<p><b>O</b>rrin lies on the river.</p>',
  '<p><b>A wheel that has turned for two hundred years</b> The wheel turns.</p>',
  '<p><b>Two lines<br>all of them in bold</b></p>',
])('bold that is part of its sentence stays: %s', (inner) => {
  const plain = inner
    .split('</p>')
    .filter((part) => part !== '')
    .map((part) => `paragraph: ${part.replace(/<br>/g, ' ').replace(/<[^>]+>/g, '')}`)
  expect(read(inner)).toEqual(plain)
})

test('German capitals alone make no label', () => {
  expect(read('<p><b>Die neue</b> Mühle steht still.</p><p><b>Die alte</b> Mühle läuft.</p>')).toEqual([
    'paragraph: Die neue Mühle steht still.',
    'paragraph: Die alte Mühle läuft.',
  ])
})

test('Markdown reads its labels alike', () => {
  const { text } = readMarkdown(
    '# Mill\n\n- **Wheel** The wheel is fed from above.\n- **Stones** Each pair turns.\n\n**Orrin** grinds oats.',
  )
  expect(text).toBe(
    'Mill\n\nWheel: The wheel is fed from above.\n\nStones: Each pair turns.\n\nOrrin grinds oats.',
  )
})

test('a term and what it means are one item', () => {
  expect(
    read(
      `<dl><dt>Headrace</dt><dd><p>The channel that feeds the wheel.</p></dd>
       <dt>Tun</dt><dt>Vat</dt><dd>A wooden cover around the stones.</dd>
       <dt>Damsel</dt><dd>A spindle that shakes the feed</dd><dd>A noise in the mill.</dd>
       <dt>What is a hopper?</dt><dd>A funnel.</dd>
       <dt>Left alone</dt></dl>`,
    ),
  ).toEqual([
    'list-item: Headrace: The channel that feeds the wheel.',
    'list-item: Tun, Vat: A wooden cover around the stones.',
    'list-item: Damsel: A spindle that shakes the feed; A noise in the mill.',
    'list-item: What is a hopper? A funnel.',
    'list-item: Left alone',
  ])
})

test('what follows the first paragraph of a meaning keeps its own place', () => {
  expect(
    read('<dl><dt>Race</dt><dd><p>A channel.</p><p>It freezes late.</p></dd><dd>A contest.</dd></dl>'),
  ).toEqual(['list-item: Race: A channel.', 'list-item: It freezes late.', 'list-item: A contest.'])
})
