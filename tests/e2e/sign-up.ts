import type { Page } from 'playwright'
import { expect } from 'vitest'

export const password = 'seven bridges at dusk'

/** Where the newest message to an address leads, once there is one that says so. */
export async function linkIn(page: Page, address: string, email: string, label: string): Promise<string> {
  const mail = page.getByRole('article', { name: `to ${email}` }).first()
  const text = async () => {
    await page.goto(`${address}/outbox`)
    return (await mail.count()) > 0 ? ((await mail.textContent()) ?? '') : ''
  }
  await expect.poll(text, { timeout: 15_000 }).toContain(label)
  // Its text is behind a switch.
  return (await mail.getByRole('link', { includeHidden: true }).first().getAttribute('href')) ?? ''
}

/** Makes an account in a browser, as a person does, and leaves them signed in. */
export async function signUp(page: Page, address: string, email: string): Promise<void> {
  await page.goto(`${address}/sign-up`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await page.goto(await linkIn(page, address, email, 'Confirm the address'))
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await page.waitForURL(`${address}/threads`)
}
