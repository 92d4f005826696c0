import type { MailKind } from './wishes/kinds.ts'

const names: Record<MailKind, { title: string; list: string }> = {
  digest: { title: 'Threadr digests', list: 'digests' },
  threads: { title: 'Threadr threads', list: 'threads' },
  usage: { title: 'Threadr usage', list: 'usage' },
  news: { title: 'Threadr news', list: 'news' },
}

/**
 * The headers of a message that can be stopped, so that mail programs offer it: List-Id (RFC 2919), and one-click
 * unsubscribing (RFC 8058), which posts to `stopUrl`.
 */
export function listHeaders(kind: MailKind, stopUrl: string): Record<string, string> {
  const { title, list } = names[kind]
  return {
    'List-Id': `${title} <${list}.${new URL(stopUrl).hostname}>`,
    'List-Unsubscribe': `<${stopUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
