import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessibleInBothThemes, startBrowser } from './browser.ts'
import { linkIn, password, signUp } from './sign-up.ts'

const app = startApp()
const browser = startBrowser()
const title = 'The bridge over the river'

async function write(page: Page): Promise<void> {
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.waitForURL(/\/threads\/[0-9a-f-]{36}$/)
  await page.getByRole('article', { name: /^Tweet 3/ }).waitFor()
}

/** Opens the newest message to an address, as soon as the worker has written it, and gives its link. */
const listed = (page: Page) => page.getByRole('main').getByRole('link', { name: title })

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${app.address}/sign-in`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${app.address}/threads`)
}

async function signOut(page: Page): Promise<void> {
  await page.getByLabel(/^Account of/).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.waitForURL(`${app.address}/`)
}

/** Types what the server is kept from storing, so that it lies on this device alone. */
async function typeUnsaved(page: Page): Promise<void> {
  await page.route('**/document', (route) => route.abort())
  await page.getByLabel('Text of tweet 1').fill('For nobody else to read.')
  await page.getByText('Kept on this device.').first().waitFor()
}

/** How many drafts the browser keeps, for whoever opens it. */
const draftsIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('threadr-drafts')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const { result } = opening
          if (!result.objectStoreNames.contains('drafts')) return resolve(0)
          const count = result.transaction('drafts').objectStore('drafts').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )

describe('a visitor', () => {
  test.each([true, false])(
    'writes a thread, signs up and keeps it, and finds it in another browser (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const email = `ada.${javaScriptEnabled ? 'with' : 'without'}@example.com`
      const page = await browser.open({
        javaScriptEnabled,
        expectedStatuses: [404, 422],
        mayLoseConnection: true,
      })
      await write(page)
      const thread = page.url()
      await signUp(page, app.address, email)
      await listed(page).waitFor()
      expect((await page.goto(thread))?.status()).toBe(200)

      if (javaScriptEnabled) {
        await typeUnsaved(page)
        expect(await draftsIn(page)).toBe(1)
      } else await page.goto(`${app.address}/threads`)
      await signOut(page)
      if (javaScriptEnabled) expect(await draftsIn(page)).toBe(0)
      await page.goto(`${app.address}/threads`)
      expect(await listed(page).count()).toBe(0)
      expect((await page.goto(thread))?.status()).toBe(404)

      const elsewhere = await browser.open({ javaScriptEnabled, expectedStatuses: [422] })
      await elsewhere.goto(`${app.address}/sign-in`)
      await elsewhere.getByLabel('Email').fill(email)
      await elsewhere.getByLabel('Password', { exact: true }).fill('not the password')
      await elsewhere.getByRole('button', { name: 'Sign in' }).click()
      await elsewhere.getByText('don’t belong together').waitFor()
      expect(await elsewhere.getByLabel('Email').inputValue()).toBe(email)
      expect(await elsewhere.getByLabel('Password', { exact: true }).getAttribute('aria-invalid')).toBe(
        'true',
      )
      await signIn(elsewhere, email)
      await listed(elsewhere).click()
      await elsewhere.getByRole('article', { name: /^Tweet 3/ }).waitFor()
      expect(elsewhere.url()).toBe(thread)

      await elsewhere.goto(`${app.address}/account`)
      const sessions = elsewhere.getByRole('region', { name: 'Where you are signed in' })
      expect(await sessions.innerText()).toContain('this browser')
    },
  )
})

describe('a person', () => {
  test('signs in with a code, changes what they are called, and signs the other browser out', async () => {
    const page = await browser.open()
    await signUp(page, app.address, 'bo@example.com')
    const other = await browser.open()
    await other.goto(`${app.address}/sign-in/code?next=/account`)
    await other.getByLabel('Email').fill('bo@example.com')
    await other.getByRole('button', { name: 'Send the code' }).click()
    await other.getByLabel('Code').waitFor()
    const asked = other.url()
    await linkIn(other, app.address, 'bo@example.com', 'Your code')
    const text = await other.getByRole('article', { name: 'Your code for Threadr' }).first().textContent()
    await other.goto(asked)
    await other.getByLabel('Code').fill(/^\d{6}$/m.exec(text ?? '')?.[0] ?? '')
    await other.getByRole('button', { name: 'Sign in' }).click()
    await other.waitForURL(`${app.address}/account`)

    await other.getByRole('textbox', { name: 'Name' }).fill('Bo Lind')
    await other.getByRole('button', { name: 'Change the name' }).click()
    await other.getByText('Your name is changed.').waitFor()
    expect(await other.getByLabel('Account of Bo Lind').count()).toBe(1)
    await other.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await other.getByText('Every other browser and program is signed out.').waitFor()
    await page.goto(`${app.address}/account`)
    await page.waitForURL(`${app.address}/sign-in?next=%2Faccount`)
  })
})

test('every screen of accounts is for everybody, in both themes', async () => {
  const page = await browser.open({
    viewport: { width: 360, height: 740 },
    expectedStatuses: [410, 422],
  })
  const check = async (path: string) => {
    await page.goto(app.address + path)
    await expectAccessibleInBothThemes(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} is no wider than a phone`).toBeLessThanOrEqual(0)
  }
  for (const path of [
    '/sign-up',
    '/sign-in',
    '/sign-in/code',
    '/sign-in/code?request=019ab000-0000-7000-8000-000000000001',
    '/sign-in/link?token=over',
    '/sign-in/two-factor?request=019ab000-0000-7000-8000-000000000001',
    '/forgot',
    '/reset?token=over',
    '/verify?token=over',
    '/status',
  ])
    await check(path)
  await page.goto(`${app.address}/sign-up`)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByText('Choose a password.').or(page.getByText('Give your email address.')).first().waitFor()
  await expectAccessibleInBothThemes(page)
  expect(await page.getByLabel('Email').evaluate((field) => field === document.activeElement)).toBe(true)

  await signUp(page, app.address, 'cleo@example.com')
  for (const path of ['/threads', '/account', '/account/two-factor', '/outbox']) await check(path)
  await page.goto(`${app.address}/account/two-factor`)
  await page.getByLabel('Your password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('img', { name: /^QR code/ }).waitFor()
  await expectAccessibleInBothThemes(page)
  await page.getByLabel(/^Account of/).click()
  await page.getByRole('banner').getByRole('link', { name: 'Account', exact: true }).waitFor()
  await expectAccessibleInBothThemes(page)
})
