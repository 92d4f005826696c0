import { describe, expect, test } from 'vitest'
import { withoutClosing } from './closing-part.ts'
import { inFewerSentences } from './shorter.ts'

describe('a tweet in fewer of its sentences', () => {
  test('is its front', async () => {
    const text = 'The bridge weighs 12,400 tonnes. It was built in 1912. Three firms riveted its steel.'
    expect(await inFewerSentences(text, 'en')).toBe('The bridge weighs 12,400 tonnes. It was built in 1912.')
  })

  test.each([
    ['en', 'The council voted for the bridge. It will not be built.'],
    ['en', 'The council voted for the bridge. However, the mayor sent the plan back.'],
    ['en', 'The bridge was measured in 1998. Nobody doesn’t know that.'],
    ['de', 'Der Rat stimmte für die Brücke. Sie wird nicht gebaut.'],
    ['es', 'El consejo votó por el puente. Pero no se construirá.'],
    ['ja', '市議会は橋の計画を承認した。しかし橋は建設されない。'],
    ['en', 'It is one sentence alone.'],
  ])('in %s keeps what denies or takes back: %s', async (language, text) => {
    expect(await inFewerSentences(text, language)).toBeNull()
  })

  test('may leave out what stands after a denial', async () => {
    const text = 'The bridge was not weighed before 1998. A surveyor counted its rivets. It took her a year.'
    expect(await inFewerSentences(text, 'en')).toMatch(/^The bridge was not weighed before 1998\./u)
  })
})

test.each([
  ['It says something.\n\nhttps://example.com/bridge', 'https://example.com/bridge'],
  ['It says something.\n\nRead it all\n#bridges #steel', 'Read it all\n#bridges #steel'],
  ['It says something.\n\nIt says more.', ''],
  ['https://example.com/bridge', ''],
])('the lines that close a thread are parted from what its last tweet says: %j', (text, closing) => {
  expect(withoutClosing(text, 'Read it all').closing).toBe(closing)
})
