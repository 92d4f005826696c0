import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exportedThreadSchema } from '#app/features/threads/exports/exported-thread.ts'
import { exportFormats } from '#app/features/threads/exports/format-names.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { writtenThread } from '#tests/setup/written-thread.ts'
import { loader as schemaLoader } from './schemas.thread-1[.]json.ts'
import { loader as cardsLoader } from './threads.$threadId_.cards/route.tsx'
import { loader as cardLoader } from './threads.$threadId_.cards_.$position.ts'
import { loader as zipLoader } from './threads.$threadId_.cards[.]zip.ts'
import { loader as outLoader } from './threads.$threadId_.out/route.tsx'
import { loader as fileLoader } from './threads.$threadId_.out_.$format.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

describe('taking a thread out', () => {
  test('gives it in each format, numbered as the thread is, under a name made of its title', async () => {
    const { browser, params, path, threadId, ofPage } = await writtenThread(database, world)
    await ofPage('https://example.com/bridge', 'Bridge, closed')
    await database.owner.prisma.thread.update({ where: { id: threadId }, data: { numbering: true } })
    const { data } = await browser.request(outLoader, `${path}/out`, { params })
    expect(data.copyable).toBe('One stands. 1/3\n\nTwo stands. 2/3\n\nThree stands. 3/3')
    for (const format of exportFormats) {
      const answer = await browser.request(fileLoader, `${path}/out/${format}`, {
        params: { ...params, format },
      })
      expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="bridge-closed\.\w+"/)
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
      const text = await answer.text()
      expect(text).toContain('Two stands. 2/3')
      expect(text.includes('https://example.com/bridge')).toBe(format !== 'text')
      if (format === 'json')
        expect(exportedThreadSchema.parse(JSON.parse(text)).tweets[1]).toMatchObject({
          plain: 'Two stands.',
          length: 15,
          verdict: 'supported',
        })
    }
  })

  test('describes the JSON by a schema that anybody may read', async () => {
    const schema = z.looseObject({ properties: z.record(z.string(), z.unknown()) })
    const { properties } = schema.parse(await (await schemaLoader()).json())
    expect(Object.keys(properties)).toEqual(Object.keys(exportedThreadSchema.shape))
  })

  test('draws the cards that can be drawn, and says of the others why not', async () => {
    const texts = ['A bridge stands.', '橋の話', 'A party 🎉']
    const { browser, params, path } = await writtenThread(database, world, { texts })
    const { data } = await browser.request(cardsLoader, `${path}/cards`, { params })
    expect(data.cards.map(({ notDrawn }) => notDrawn === null)).toEqual([true, false, true])
    expect(data.cards[1]?.notDrawn).toContain('no font here for 橋 の 話')
    expect(data.cards[2]?.hasLeftOut).toBe(true)

    const card = (position: string) =>
      browser.request(cardLoader, `${path}/cards/${position}`, { params: { ...params, position } })
    const png = await card('1')
    expect(png.headers.get('Content-Type')).toBe('image/png')
    await expect(card('2')).rejects.toMatchObject({ status: 422 })
    for (const nowhere of ['4', '0', '1.5', 'x'])
      await expect(card(nowhere)).rejects.toMatchObject({ status: 404 })

    const zip = await browser.request(zipLoader, `${path}/cards.zip`, { params })
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
    expect(Object.keys(files)).toHaveLength(3)
    expect(strFromU8(files['not-drawn.txt'] ?? new Uint8Array())).toMatch(
      /^Tweet 2: This card can’t be drawn/,
    )
    const [first = new Uint8Array()] = Object.values(files)
    expect(Buffer.from(first).equals(Buffer.from(await png.arrayBuffer()))).toBe(true)
  })

  test('is its owner’s alone, and there is nothing to take out before something is written', async () => {
    const { browser, params, path, write } = await writtenThread(database, world)
    const strangers = [world.browser(), (await world.signedIn()).browser]
    for (const stranger of strangers) {
      const format = { params: { ...params, format: 'json' } }
      await expect(stranger.request(fileLoader, `${path}/out/json`, format)).rejects.toMatchObject({
        status: 404,
      })
      await expect(stranger.request(zipLoader, `${path}/cards.zip`, { params })).rejects.toMatchObject({
        status: 404,
      })
    }
    await write([])
    await expect(browser.request(outLoader, `${path}/out`, { params })).rejects.toMatchObject({ status: 409 })
  })
})
