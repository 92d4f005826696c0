import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()

const article = `The ferry Aurora carries 120 passengers and leaves Holm at 7:30 every morning. It has never missed a winter, said captain Ida Berg.

The harbour board bought her from Lund Shipping for $2.4 million on 12 March 2021. Lund Shipping sued the board in 2022, but the court rejected the claim.

Ticket sales rose by 8 per cent last year, while freight fell by 3 per cent. A trip of 14 kilometres takes 40 minutes in good weather and an hour in bad.`

const area = (page: Page, position: number) => page.getByLabel(`Text of tweet ${position}`)
const texts = (page: Page) =>
  page.locator('textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
const saved = (page: Page) => page.getByText(/^Saved at/).waitFor()

async function writtenThread(page: Page): Promise<void> {
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(article)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await area(page, 1).waitFor()
}

/** Types in front of a tweet's words, as keys do. */
async function typeBefore(page: Page, position: number, words: string): Promise<void> {
  // The field of the form that stands there before the script runs is hidden.
  await area(page, position).waitFor()
  await area(page, position).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(words)
}
const begins = (page: Page, position: number, words: string) =>
  expect.poll(() => area(page, position).inputValue(), { timeout: 10_000 }).toMatch(new RegExp(`^${words}`))

test('what to look at in a tweet is there with the page, and no card moves for it', async () => {
  const page = await browser.open()
  await page.goto(app.address)
  const told = article.replace('The ferry Aurora', 'Booking.com says the ferry Aurora')
  await page.getByLabel('A link, or the text itself').fill(told)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await area(page, 1).waitFor()
  expect(await (await page.request.get(page.url())).text()).toContain('X makes a link of “Booking.com”')
  await page.reload()
  await area(page, 1).waitFor()
  await page.evaluate(() => document.fonts.ready)
  const tops = () =>
    page
      .locator('#thread article')
      .evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().top + scrollY)))
  const before = await tops()
  const hints = page.getByRole('list', { name: 'To look at in tweet' }).first()
  // What would mend it comes later, behind the line that is there from the first.
  await hints.getByRole('button', { includeHidden: true }).waitFor({ state: 'attached' })
  expect(await hints.innerText()).toContain('X makes a link of “Booking.com”')
  expect(await tops()).toEqual(before)
})

describe('nothing that was typed is lost', () => {
  test('offline', async () => {
    const page = await browser.open({ mayLoseConnection: true })
    await writtenThread(page)
    await page.context().setOffline(true)
    await typeBefore(page, 1, 'Offline: ')
    await page.getByText('Not saved: you are offline. Kept on this device.').first().waitFor()
    await page.context().setOffline(false)
    await saved(page)
    await page.reload()
    await begins(page, 1, 'Offline: ')
  })

  test('in a form that is sent while offline', async () => {
    const page = await browser.open({ mayLoseConnection: true })
    await page.goto(`${app.address}/sign-up`)
    await page.getByLabel('Email').fill('ada@example.com')
    await page.getByLabel('Password', { exact: true }).fill('seven bridges at dusk')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Create the account' }).click()
    await page.getByText('Nothing was sent, and what you typed stays here').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Create the account' }).click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  })

  test('when the server dies between the key and the save, and the page is closed', async () => {
    const page = await browser.open({ mayLoseConnection: true })
    await writtenThread(page)
    const startWeb = await app.killWeb()
    await typeBefore(page, 2, 'Kept: ')
    await page.getByText('Kept on this device.').first().waitFor()
    const { context, address } = { context: page.context(), address: page.url() }
    await page.close()
    await startWeb()
    const again = await context.newPage()
    await again.goto(address)
    await again.getByText('What you typed here and hadn’t been saved is back.').waitFor()
    await begins(again, 2, 'Kept: ')
    await saved(again)
  })

  test('in two tabs, which follow each other, and show both where they meet', async () => {
    const page = await browser.open({ expectedStatuses: [409], mayLoseConnection: true })
    await writtenThread(page)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await typeBefore(other, 2, 'Second tab: ')
    await begins(page, 2, 'Second tab: ')
    // Held back, so that both change the same words.
    await page.route('**/document', (route) => route.abort('timedout'))
    await typeBefore(page, 1, 'Mine: ')
    await typeBefore(other, 1, 'Theirs: ')
    await saved(other)
    await page.unroute('**/document')
    await page.getByRole('button', { name: 'Look at both' }).click()
    await expectAccessible(page)
    await page.getByRole('radio', { name: /^Theirs/ }).check()
    await page.getByRole('button', { name: 'Keep what is chosen' }).click()
    await begins(page, 1, 'Theirs: ')
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await begins(other, 1, 'Mine: ')
  })

  test('when the session is over, until one has signed in again', async () => {
    const page = await browser.open({ expectedStatuses: [404] })
    await writtenThread(page)
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await typeBefore(page, 1, 'Signed out: ')
    await page.getByRole('link', { name: 'Sign in again in another tab' }).waitFor()
    await page.context().addCookies(cookies)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await saved(page)
    await page.reload()
    await begins(page, 1, 'Signed out: ')
  })

  test('by the back button right after a key', async () => {
    const page = await browser.open()
    await writtenThread(page)
    await page.getByRole('link', { name: 'How this was made' }).click()
    await page.waitForURL(/\/how$/)
    await page.goBack()
    await area(page, 1).waitFor()
    await typeBefore(page, 1, 'Back: ')
    await page.goBack()
    await page.goForward()
    await begins(page, 1, 'Back: ')
  })
})

describe('a writer finishes a thread', () => {
  test('with the keyboard alone', async () => {
    const page = await browser.open()
    await writtenThread(page)
    const before = await texts(page)
    await typeBefore(page, 1, 'Seven boats sail.')
    await page.keyboard.press('Control+Enter')
    expect((await texts(page))[0]).toBe('Seven boats sail.')
    await page.keyboard.press('Alt+ArrowDown')
    expect((await texts(page))[2]).toBe(before[0])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Backspace')
    expect((await texts(page))[0]).toMatch(/^Seven boats sail\.\s+The ferry/)
    await page.keyboard.press('Control+f')
    await page.getByLabel('Find', { exact: true }).waitFor()
    await page.keyboard.type('boats')
    await page.keyboard.press('Tab')
    for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press('Tab')
    await page.keyboard.type('ships')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('1 place replaced.').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await saved(page)
    await page.reload()
    await begins(page, 1, 'Seven ships sail\\.\\s')
    await area(page, 1).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('export')
    await page.getByRole('option', { name: 'Post or export' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/out$/)
  })

  test('with a mouse, which drags a tweet to a new place', async () => {
    const page = await browser.open()
    await writtenThread(page)
    const before = await texts(page)
    const middleOf = async (name: string) => {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox()
      if (!box) throw new Error(`${name} is in sight`)
      return [box.x + box.width / 2, box.y + box.height / 2] as const
    }
    const [x, from] = await middleOf('Move tweet 1')
    await page.mouse.move(x, from)
    await page.mouse.down()
    const [, to] = await middleOf(`Move tweet ${before.length}`)
    for (let step = 1; step <= 8; step += 1) await page.mouse.move(x, from + ((to + 40 - from) * step) / 8)
    await page.locator('[data-drop="after"]').waitFor()
    await page.mouse.up()
    await expect.poll(() => texts(page)).toEqual([...before.slice(1), before[0]])
    await saved(page)
    await page.reload()
    await expect.poll(() => texts(page)).toEqual([...before.slice(1), before[0]])
  })

  test('on a phone', async () => {
    const page = await browser.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    await writtenThread(page)
    const count = (await texts(page)).length
    await area(page, 1).fill('Twelve words say here that this is far too long. '.repeat(7).trim())
    await page.getByRole('button', { name: 'Split to fit' }).tap()
    await expect.poll(() => texts(page)).toHaveLength(count + 1)
    await page.getByRole('button', { name: 'More for tweet 1' }).tap()
    await page.getByRole('button', { name: 'Duplicate' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Delete' }).tap()
    await page.getByText('Tweet 1 is deleted.').waitFor()
    await saved(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  test('of a hundred tweets, whose typing stays quick', async () => {
    const page = await browser.open()
    await writtenThread(page)
    await area(page, 1).focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      const words =
        'The long harbour wall was built of grey stone by many hands and stood through the winter storms of that year. '
      clipboardData.setData('text/plain', words.repeat(190))
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await expect.poll(async () => (await texts(page)).length, { timeout: 20_000 }).toBeGreaterThan(90)
    await area(page, 50).focus()
    const costs = await page.evaluate(() => {
      const measured: number[] = []
      for (let key = 0; key < 60; key += 1) {
        const start = performance.now()
        document.execCommand('insertText', false, 'x')
        document.body.getBoundingClientRect()
        measured.push(performance.now() - start)
      }
      return measured.sort((a, b) => a - b)
    })
    console.info(
      `a key at ${(await texts(page)).length} tweets: median ${costs[30]?.toFixed(1)} ms, p95 ${costs[57]?.toFixed(1)} ms`,
    )
    expect(await area(page, 50).inputValue()).toContain('x'.repeat(60))
  })
})
