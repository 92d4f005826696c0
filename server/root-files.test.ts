import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootFiles } from './root-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'threadr-root-'))
const server = createServer()
let address = ''
beforeAll(async () => {
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'app.js'), 'void 0')
  server.on(
    'request',
    express().use(rootFiles(folder), (_, response) => void response.send('a page')),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('files of the root are served as what they are, and every other address is a page’s', async () => {
  const file = await fetch(`${address}/favicon.svg?v=1`)
  expect([file.headers.get('content-type'), await file.text()]).toEqual(['image/svg+xml', '<svg/>'])
  expect(file.headers.get('cache-control')).toContain('max-age=3600')
  for (const path of ['/', '/threads', '/assets', '/assets/app.js', '/favicon.svg/more'])
    expect(await (await fetch(address + path)).text(), path).toBe('a page')
})
