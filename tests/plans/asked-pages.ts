import { v7 as uuidv7 } from 'uuid'

const earlier = uuidv7({ msecs: Date.parse('2026-01-01') })
const at = '2026-01-01T00:00:00.000Z'

/** What pages are asked for beside their bare address, by their route: whatever leads to statements of its own. */
export const queriesOf: Record<string, string[]> = {
  'routes/threads._index': [
    ...['newest', 'changed', 'title'].map((sort) => `sort=${sort}`),
    ...['ready', 'writing', 'unfinished'].map((state) => `state=${state}`),
    'starred=1',
    'doubted=1',
    'trash=1',
    'tag=later',
    'tag=later&state=ready&starred=1',
    `after=${earlier}`,
    `before=${earlier}`,
    `sort=changed&after=${at}~${earlier}`,
    `sort=changed&before=${at}~${earlier}`,
    `sort=title&after=a title~${earlier}`,
    `trash=1&after=${at}~${earlier}`,
    'q=bridge',
    'q=bridge night&state=ready',
    'q=nowhere-to-be-found',
    'q=bridge&tag=later&starred=1',
  ],
  'routes/palette': ['q=bridge'],
  'routes/threads.$threadId_.history': ['version=1', 'before=100', 'view=whole'],
  'routes/account.activity': [`before=${earlier}`],
  'routes/admin._index': ['find=person', 'find=person@example.com', `before=${earlier}`, `find=${earlier}`],
  'routes/admin.audit': [
    'by=system',
    'by=admin@example.com',
    `by=${earlier}`,
    'action=account.signed-in',
    'on=user',
    'on=person@example.com',
    `on=thread ${earlier}`,
    'about=person@example.com',
    'since=2026-01-01&until=2026-02-01',
    'action=account.signed-in&by=admin@example.com',
    `before=${earlier}`,
  ],
  'routes/admin.numbers': ['days=7', 'days=90', 'days=365'],
  'routes/admin.mail': ['find=person@example.com', 'find=person'],
  'routes/api.v1.threads': [`after=${earlier}`, 'trash=true'],
}
