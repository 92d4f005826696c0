import type { Lookup } from '#app/integrations/safe-fetch/connect.ts'
import { rawHeader, serve } from '../pages/serve.ts'
import { innerHosts, loopbackSpellings } from './addresses.ts'
import { openDoor, outcomeOf } from './door.ts'

export type Attack = {
  name: string
  /** Whether it gets to the canary where nothing stops it. */
  over: 'ipv4' | 'ipv6' | null
  /** Connections it makes to sites outside, or would if they were there. */
  outside: number
  /** What it ends in where the guard stands; without it `address-not-public`. */
  ends?: string
  run: (target: { guarded: boolean; port: number }) => Promise<string>
}

const direct = (host: string, over: Attack['over']): Attack => ({
  name: `http://${host}/`,
  over,
  outside: 0,
  run: ({ guarded, port }) => outcomeOf(openDoor({ guarded, port }), `http://${host}:${port}/`),
})

/** A site outside that leads on to another site outside, and that one to the address. */
const redirected = (host: string, over: Attack['over']): Attack => ({
  name: `a redirect to ${host}`,
  over,
  // To each of the two for its robots.txt and its page.
  outside: 4,
  async run({ guarded, port }) {
    const site = await serve(({ headers }, response) => {
      const further = headers.host === 'first.example.com' ? '//second.example.com/' : `//${host}:${port}/`
      response.writeHead(302, { Location: rawHeader(further) }).end()
    })
    try {
      const outside = {
        sitePort: Number(new URL(site.url).port),
        isOutside: (name: string) => name === 'first.example.com' || name === 'second.example.com',
      }
      return await outcomeOf(openDoor({ guarded, port, outside }), 'http://first.example.com/')
    } finally {
      await site.close()
    }
  },
})

/** Unassigned by IANA, so that nobody is there, and public by every rule. */
const nobodysAddress = { address: '2d00::1', family: 6 }

/** Outside when it is asked for robots.txt, here when it is asked for the page. */
const turningName: Attack = {
  name: 'a name that turns to this machine after its first look-up',
  over: 'ipv4',
  outside: 1,
  run({ guarded, port }) {
    let asked = 0
    const lookup: Lookup = (_name, _options, answer) => {
      asked += 1
      answer(null, [asked === 1 ? nobodysAddress : { address: '127.0.0.1', family: 4 }])
    }
    return outcomeOf(openDoor({ guarded, port, lookup }), `http://turning.example.org:${port}/`)
  },
}

/** Gives its robots.txt and a redirect to itself from outside, and is here for the page that comes then. */
const turningSite: Attack = {
  name: 'a site that turns to this machine between a redirect and its page',
  over: 'ipv4',
  outside: 2,
  async run({ guarded, port }) {
    const site = await serve((_request, response) =>
      response.writeHead(302, { Location: `http://turning.example.org:${port}/next` }).end(),
    )
    let connections = 0
    const isOutside = () => {
      connections += 1
      return connections <= 2
    }
    try {
      const outside = { sitePort: Number(new URL(site.url).port), isOutside }
      return await outcomeOf(openDoor({ guarded, port, outside }), 'http://turning.example.org/')
    } finally {
      await site.close()
    }
  },
}

/** The page is outside and harmless; its robots.txt leads inside. */
const robotsInside: Attack = {
  name: 'a robots.txt that leads on to this machine',
  over: 'ipv4',
  outside: 2,
  ends: 'the page itself',
  async run({ guarded, port }) {
    const site = await serve(
      (_request, response) => response.end('the page itself'),
      (_request, response) =>
        response.writeHead(302, { Location: `http://127.0.0.1:${port}/robots.txt` }).end(),
    )
    try {
      const outside = {
        sitePort: Number(new URL(site.url).port),
        isOutside: (name: string) => name === 'public.example.com',
      }
      return await outcomeOf(openDoor({ guarded, port, outside }), 'http://public.example.com/')
    } finally {
      await site.close()
    }
  },
}

export const attacks: readonly Attack[] = [
  ...loopbackSpellings.map(({ host, over }) => direct(host, over)),
  ...innerHosts.map((host) => direct(host, null)),
  ...loopbackSpellings.map(({ host, over }) => redirected(host, over)),
  ...innerHosts.map((host) => redirected(host, null)),
  turningName,
  turningSite,
  robotsInside,
]
