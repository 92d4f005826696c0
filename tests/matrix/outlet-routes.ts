import { everybody, intent, ownersAlone, type RouteRow } from './cells.ts'

const onNothing = ({ nothing }: { nothing: string }) => ({ publicationId: nothing, position: '1' })

const onPart = ({ tweetId }: { tweetId: string }) => ({ tweetId, version: '0', madeFrom: 'Something.' })

/** Who gets what from the ways out of a thread: its owner everything, everybody else a public page and nothing more. */
export const outletRoutes: Record<string, RouteRow> = {
  'routes/threads.$threadId_.out': {
    get: ownersAlone(200),
    post: {
      'fix what is not so': intent(ownersAlone(409), 'fix', ({ version }) => ({ version, finding: 'none' })),
      unknown: intent(everybody(400), 'none'),
    },
  },
  'routes/threads.$threadId_.out_.$format': { get: ownersAlone(200), post: {} },
  'routes/threads.$threadId_.for.$network': {
    get: ownersAlone(200),
    post: {
      say: intent(ownersAlone(302), 'say', (names) => ({ ...onPart(names), 'text-0': 'By whoever may.' })),
      'say on what is past': intent(ownersAlone(409), 'say', (names) => ({
        ...onPart(names),
        version: '999999',
        'text-0': 'By whoever may.',
      })),
      'leave-out': intent(ownersAlone(409), 'leave-out', (names) => ({
        ...onPart(names),
        version: '999999',
      })),
      keep: intent(ownersAlone(409), 'keep', (names) => ({ ...onPart(names), version: '999999' })),
      follow: intent(ownersAlone(409), 'follow', (names) => ({ ...onPart(names), version: '999999' })),
      'fix what is not so': intent(ownersAlone(409), 'fix', ({ version }) => ({
        version: '0',
        threadVersion: version,
        finding: 'none',
      })),
      'put-back': intent(ownersAlone(409), 'put-back', () => ({ version: '999999', older: '0' })),
      limit: intent(ownersAlone(302), 'limit', () => ({ limit: '1000' })),
      unknown: intent(everybody(400), 'none'),
    },
  },
  'routes/threads.$threadId_.for.$network_.$format': { get: ownersAlone(200), post: {} },
  'routes/schemas.thread-1[.]json': { get: everybody(200), post: {} },
  'routes/threads.$threadId_.cards': { get: ownersAlone(200), post: {} },
  'routes/threads.$threadId_.cards_.$position': { get: ownersAlone(200), post: {} },
  'routes/threads.$threadId_.cards[.]zip': { get: ownersAlone(200), post: {} },
  'routes/threads.$threadId_.share': {
    get: ownersAlone(200),
    post: {
      share: intent(ownersAlone(302), 'share', () => ({ isIndexed: 'on' })),
      unshare: intent(ownersAlone(302), 'unshare'),
      unknown: intent(ownersAlone(400), 'none'),
    },
  },
  'routes/threads.$threadId_.post': {
    get: ownersAlone(200),
    post: {
      start: intent(ownersAlone(302), 'start'),
      posted: intent(ownersAlone(409), 'posted', (names) => ({
        ...onNothing(names),
        address: 'https://x.com/ada/status/1',
      })),
      'posted elsewhere': intent(ownersAlone(422), 'posted', (names) => ({
        ...onNothing(names),
        address: 'https://evil.example/ada/status/1',
      })),
      skip: intent(ownersAlone(409), 'skip', onNothing),
      undo: intent(ownersAlone(409), 'undo', onNothing),
      'start-over': intent(ownersAlone(302), 'start-over'),
      unknown: intent(ownersAlone(400), 'none'),
    },
  },
  // The link of a page that is there, and what becomes of it, have tests of their own.
  'routes/s.$token': { get: everybody(404), post: {} },
  'routes/s.$token_.card[.]png': { get: everybody(404), post: {} },
}
