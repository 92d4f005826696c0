import { expect, test } from 'vitest'
import { startStripeStandIn } from '#local/stripe/start.ts'
import { standInPrices } from '#tests/setup/stripe-stand-in.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessibleInBothThemes, startBrowser } from './browser.ts'
import { signUp } from './sign-up.ts'

const [month, year] = standInPrices
const secretKey = 'sk_test_of_the_tests'
const webhookSecret = 'whsec_of_the_tests'
const app = startApp(async (address, closers) => {
  const standIn = await startStripeStandIn({
    port: 0,
    secretKey,
    webhookSecret,
    webhookUrl: `${address}/webhooks/stripe`,
    prices: standInPrices,
    onFault: (sentence) => console.error(sentence),
  })
  closers.push(() => standIn.close())
  return {
    QUOTAS: '1',
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: standIn.url,
    STRIPE_STAND_IN: '1',
    STRIPE_PRICE_PRO_MONTHLY: month?.id ?? '',
    STRIPE_PRICE_PRO_YEARLY: year?.id ?? '',
  }
})
const browser = startBrowser()

test('a person tries Pro, sees what it holds, and cancels it, at the checkout and the portal', async () => {
  const page = await browser.open({ viewport: { width: 360, height: 740 } })
  await signUp(page, app.address, 'ada@example.com')
  await page.goto(`${app.address}/pricing`)
  await expectAccessibleInBothThemes(page)
  await page.getByLabel(/a year, two months free/).check()
  await page.getByRole('button', { name: /^Try Pro/ }).click()
  await page.getByText('Test stand-in for Stripe').first().waitFor()
  await page.getByRole('button', { name: 'Start trial' }).click()

  await page.waitForURL(/\/account\/plan/)
  await page.getByText(/Your trial runs until/).waitFor()
  await page.getByText('$120.00 a year, before taxes and discounts.').waitFor()
  await page.getByText(/of 500 threads this month/).waitFor()
  await expectAccessibleInBothThemes(page)

  await page.getByRole('button', { name: 'Change, pay or cancel' }).click()
  await page.getByRole('button', { name: 'Cancel at the end of the period' }).click()
  await page.getByRole('link', { name: 'Back to Threadr' }).click()
  await page.getByText(/It was cancelled and ends on/).waitFor()
  await page.goto(`${app.address}/pricing`)
  expect(await page.getByRole('button', { name: /^Try Pro/ }).count()).toBe(0)
})
