import { describe, expect, it } from 'vitest'
import { closingGroups, closingLines } from './closing.ts'
import { harbour, sourceOf, threadOf } from './fixture-source.ts'
import { chooseHashtags } from './hashtags.ts'
import { bareTitle, usableTitle } from './title.ts'
import { readUnits } from './units.ts'

const lines = closingLines('https://example.com/a', { callToAction: 'Try it.' }, ['#Vellin'])

describe('what stands under a thread', () => {
  it('keeps call to action, link and hashtags together where they fit', () => {
    expect(closingGroups(lines, 'x', 280)).toEqual(['Try it.\n\nhttps://example.com/a\n\n#Vellin'])
    expect(closingGroups(closingLines(null, { callToAction: '' }, []), 'x', 280)).toEqual([])
  })

  it('sets the link before the call to action where one tweet can’t hold both', () => {
    expect(closingGroups(lines, 'x', 30)).toEqual(['https://example.com/a', 'Try it.\n\n#Vellin'])
    expect(closingGroups(lines, 'bluesky', 12)).toEqual(['Try it.'])
  })

  it('does not repeat a link that the call to action holds', () => {
    const own = closingLines('https://example.com/a', { callToAction: 'Read https://example.com/a' }, [])
    expect(own.link).toBe('')
  })
})

describe('a title', () => {
  const prose = 'Vellin has 14 electric cranes. The harbour of Vellin cut its fuel bill by half in two years.'
  const titleOf = (title: string, siteName: string | null = null, text = prose) => {
    const source = sourceOf(text, { title, siteName })
    return usableTitle(source, readUnits(source).units, 'en')?.text ?? null
  }

  it.each([
    ['Mozilla - Wikipedia', null, 'Mozilla'],
    ['Vellin Press: Cranes go electric', 'Vellin Press', 'Cranes go electric'],
    ['Cranes go electric | The Vellin Press', null, 'Cranes go electric'],
    ['Weekly Edition [LWN.net]', null, 'Weekly Edition'],
  ])('%s loses its site', (title, siteName, expected) => {
    expect(bareTitle({ title, siteName })).toBe(expected)
  })

  it('is used only where the text itself says the same', () => {
    expect(titleOf('14 electric cranes at Vellin harbour')).toBe('14 electric cranes at Vellin harbour')
    expect(titleOf('17 electric cranes at Vellin harbour')).toBeNull()
    expect(titleOf('Electric cranes beat Rotterdam')).toBeNull()
    expect(titleOf('Home')).toBeNull()
  })

  it('rests on its own heading where the text has one, and on number words', () => {
    const heading = sourceOf(`# Five facts about Oslo\n\n${prose}`, { title: 'Five facts about Oslo' })
    expect(usableTitle(heading, [], 'en')?.spans).toEqual([{ start: 0, end: 21 }])
    expect(
      titleOf('3 cranes of Vellin harbour', null, 'Three cranes stand in the harbour of Vellin today.'),
    ).not.toBeNull()
  })

  it('stands over the first tweet where that does not say it already', async () => {
    const [hook] = await threadOf(sourceOf(harbour, { title: 'How a broken transformer made a quay quiet' }))
    expect(hook?.text).toMatch(/^How a broken transformer made a quay quiet\n\nThe harbour of Vellin has/u)
    expect(hook?.spans.length).toBeGreaterThan(1)
  })
})

describe('hashtags', () => {
  const tagsOf = (text: string, title: string, language = 'en') =>
    chooseHashtags(readUnits(sourceOf(text, { language })), title)

  it('come from the strongest names, two at most', () => {
    const text =
      'In 2019 the port of Vellin Bay hired Ada Moss. At Vellin Bay the cranes of Ada Moss are electric. Nobody at Vellin Bay or in Oslo had seen such cranes.'
    expect(tagsOf(text, 'Vellin Bay goes electric')).toEqual(['#VellinBay', '#AdaMoss'])
  })

  it('come from the title where the text names nothing often', () => {
    const text =
      'Moore speichern Kohlenstoff. Die Moore sind trocken. Der Torf in ihnen zersetzt sich an der Luft.'
    expect(tagsOf(text, 'Warum Moore wichtig sind', 'de')).toEqual(['#Moore'])
    expect(tagsOf('nothing here is named at all', '')).toEqual([])
  })
})
