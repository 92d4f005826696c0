import { test } from 'vitest'
import { startApp } from './app-under-test.ts'
import { startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()

// Slowed down, so that the moments between a page's paint and its scripts are long enough to be met.
const slowness = 8

test('keys that are pressed while a page comes alive are no error, and work from then on', async () => {
  for (const path of ['/pricing', '/', '/pricing', '/', '/pricing', '/']) {
    const page = await browser.open()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
    await page.goto(app.address + path, { waitUntil: 'commit' })
    let isAlive = false
    const pressing = async () => {
      while (!isAlive) await page.keyboard.press('Control+k')
    }
    const alive = page
      .waitForFunction(() => '__remixRouter' in window)
      .then(() => {
        isAlive = true
      })
    await Promise.all([alive, pressing()])
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    // The router is there just before the page itself is.
    await page.waitForFunction(() => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }))
      return document.querySelector('dialog[open]') !== null
    })
  }
})
