import { describe, expect, it } from 'vitest'
import { harbour, sourceOf, threadOf } from './fixture-source.ts'
import { leansOnContext, refersToPage } from './openers.ts'
import { readUnits } from './units.ts'

const textsOf = async (marked: string, title: string | null = null, length: number | null = null) =>
  (await threadOf(sourceOf(marked, { title }), { length })).map(({ text }) => text)

/** An article of 24 sentences under a heading, each with words of the article's own. */
const article = (
  heading: string,
  nouns: string[],
  sentence: (one: string, other: string, step: number) => string,
) => {
  const noun = (at: number) => nouns[at % nouns.length] ?? ''
  const lines = Array.from({ length: 24 }, (_, step) => sentence(noun(step), noun(step + 1), step + 3))
  return `# ${heading}\n\n${lines.map((line, at) => line + (at % 2 === 0 ? ' ' : '\n\n')).join('')}`.trim()
}

describe('lists in a tweet', () => {
  const steps = `The mill at Orrin still grinds oats the way it did in 1811, with water and four pairs of stones.

# How the oats become flour

- The miller opens the sluice and lets the water run for a quarter of an hour.

- Oats are dried on a perforated iron floor above the kiln.

- A first pair of stones takes off the husks.

- The last pair grinds the kernels to 30 kilograms of flour an hour.

# What remains

Husks from the first pair of stones heat the kiln, so that the mill at Orrin needs no other fuel from October to April.`

  it('are set as a list, under what announces them', async () => {
    const list = (await textsOf(steps)).find((text) => text.includes('sluice'))
    expect(list).toMatch(/^How the oats become flour:\n• The miller/u)
  })

  it('never begin with a lead-in that lacks its aim', () => {
    const { units } = readUnits(
      sourceOf(`The stones of the mill wear down within a few months. You might:

- Dress them with a steel bill

- Replace them with new ones`),
    )
    expect(units.find(({ text }) => text === 'You might:')?.leans).toBe(true)
  })

  it('keep a label that tells what an item is about, and drop one that the item repeats', () => {
    const { units } = readUnits(
      sourceOf(`The mill has parts with names of their own, which every child of Orrin knows:

- Headrace: A channel of 400 metres that feeds the wheel with water from the upper pond.

- Sluice: The sluice is a gate of oak which the miller lifts by a chain every morning.`),
    )
    expect(units.map(({ text }) => text).slice(1)).toEqual([
      'Headrace: A channel of 400 metres that feeds the wheel with water from the upper pond.',
      'The sluice is a gate of oak which the miller lifts by a chain every morning.',
    ])
    expect(units[1]?.leans).toBe(false)
  })
})

describe('paragraphs in a tweet', () => {
  it('stand together only where the second plainly goes on', async () => {
    const news = `The council of Karsund voted on Tuesday to close the swimming pool in Elm Street after a debate of five hours.

Engineers found in October that 40 percent of the steel beams had rusted through.

Tomas Reik, a driver of buses, has collected 7,300 names against it.

Two teenagers from Hedda drowned in the river in 2021.

The government of the region will decide before Christmas whether children get 3 buses to Hedda.`
    for (const text of await textsOf(news)) expect(text.split('\n\n').length).toBeLessThanOrEqual(2)
  })

  it('are not entered for their first sentence alone', async () => {
    const personal =
      await textsOf(`For eleven years Ada repaired the radio of her father every Sunday, and she was quick and good at it.

In March she broke her wrist and could not drive to Orrin for 2 months.

On a Sunday in May the radio stood on the table. It played. Every station had a label in the writing of her father, who had taken a class at the library. "You always did it with your hands," her father said.

Ada has since told 40 nurses in training to keep their hands behind their backs while others learn.`)
    for (const text of personal)
      expect(text).not.toMatch(/\n\n(?:On a Sunday in May the radio stood on the table\.)$/u)
  })
})

describe('the last tweet', () => {
  const story = (
    ending: string,
  ) => `The mill at Orrin was to be pulled down in 1975, and 12 people of the village stopped it.

Ada Moss, who was 19 then, bought the wheel for 50 pounds and hid the key of the sluice in her piano.

It took the village eight years to repair the four floors, mostly on Saturdays and without any public money.

Since 1983 the mill has ground 900 tonnes of oats for bakers in six villages along the river.

A mill that stands still rots within ten years, Moss says, and a village does not take much longer.${ending}`

  it('is the ending of the piece', async () => {
    expect((await textsOf(story(''))).at(-1)).toContain('a village does not take much longer')
  })

  it('is not who paid for it or where to buy it', async () => {
    const last = (
      await textsOf(
        story('\n\nThe repair of 2019 was funded by the Lindau Foundation with 1.1 million pounds.'),
      )
    ).at(-1)
    expect(last).not.toContain('Lindau')
  })
})

describe('a page of several articles', () => {
  const tools = ['crane', 'winch', 'dredger', 'tugboat', 'transformer']
  const quarrel = (one: string, other: string, step: number) =>
    `Harbour lawyers of Vellin argued in court that the ${one} had been registered before the ${other}, although ${step} engineers remembered the opposite order.`
  const cranes = article('A quarrel about cranes', tools, quarrel)
  const moths = article(
    'Moths of the high moor',
    ['heather', 'caterpillar', 'lantern', 'herbarium', 'cocoon'],
    (one, other, step) =>
      `On summer nights ${step} volunteers climb with a white sheet towards every ${one}, count whatever lands on it, and note the nearest ${other} in pencil.`,
  )

  it('gives a thread of the first', async () => {
    const thread = await textsOf(`${cranes}\n\n${moths}`, 'The weekly paper')
    expect(thread.join('\n')).not.toMatch(/heather|caterpillar|lantern/u)
    expect(thread[0]).toMatch(/^A quarrel about cranes\n\n/u)
  })

  it('is one article where its sections share their words, or one introduces them', async () => {
    const related = `${cranes}\n\n${article('The appeal', [...tools, 'moss'], quarrel)}`
    expect((await textsOf(related)).some((text) => text.includes('moss'))).toBe(true)
    const introduced = `${'The paper looks at the harbour and at the moor in turn, as it does every year in May. '.repeat(6)}\n\n${cranes}\n\n${moths}`
    expect((await textsOf(introduced)).join('\n')).toMatch(/heather|caterpillar|lantern/u)
  })

  it('goes on into the others for a length that the first is too short for', async () => {
    expect(await textsOf(`${cranes}\n\n${moths}`, null, 25)).toHaveLength(25)
  })
})

describe('a conversation', () => {
  it('never gives an answer without its question', async () => {
    const thread =
      await textsOf(`Ruth Amery kept the lighthouse of Skarn Point for 22 years and has written a book about it.

Q: What did a keeper of the light do all day?

A: Mostly polish brass, since a lens that is one percent dirty throws its light a mile less far.

Q: Were you ever afraid in the tower?

A: Once, in February 1987, when the generator failed and a tanker with 60,000 tonnes of oil came up the channel.

Q: What was lost when the light was automated?

A: Somebody who looks, because in 22 years I reported 14 boats in trouble that carried no radio.`)
    for (const text of thread) expect(text).not.toMatch(/^A:/u)
  })
})

describe('an opener', () => {
  it('is no step from the middle of a paragraph where its front has room', async () => {
    const thread = await textsOf(harbour)
    expect(thread.some((text) => text.startsWith('That sum'))).toBe(false)
  })

  it('is never "Nobody could read it", and may be "Another 40 towns"', () => {
    const named = () => false
    expect(leansOnContext('Nobody else could read it, and nobody could write in it.', 'en', named)).toBe(true)
    expect(leansOnContext('Everyone who bought it was happy.', 'en', named)).toBe(false)
    expect(leansOnContext('Another 40 towns have asked for the papers.', 'en', named)).toBe(false)
    expect(leansOnContext('Otros 40 municipios han pedido los papeles.', 'es', named)).toBe(false)
  })

  it('is nothing that sends the reader elsewhere', () => {
    expect(refersToPage('For more details about the mill, see the guide of the county.', 'en')).toBe(true)
  })

  it('at the head of the thread is no definition or acronym that nobody has explained', async () => {
    const [first] = await textsOf(
      `OGS runs 4 pairs of stones today, which is more than in 1811.

The mill at Orrin is the last of the valley that grinds oats with water, and bakers in six villages live by it.

Visitors came to the mill at Orrin 9,000 times last year, and most of them bought a bag of flour.

Grinding based on water was the rule in the valley until 1920, when 14 mills stood on the river.`,
      'The last water mill of the valley',
    )
    expect(first).toMatch(/The mill at Orrin is the last/u)
  })
})
