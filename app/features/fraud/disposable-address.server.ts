import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'

/** Read when the first address is looked at, which happens in the worker alone. */
let domains: Set<string> | undefined

/** Whether an address is of a provider of mailboxes to be thrown away, as one of its domains or below one. */
export function isDisposableAddress(email: string): boolean {
  domains ??= disposableEmailBlocklistSet()
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  return labels.some((_, at) => domains?.has(labels.slice(at).join('.')))
}
