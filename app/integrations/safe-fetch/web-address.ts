import { refusal } from './refusal.ts'

/** Refuses an address that is no web page's or carries a user name: `unsupported-address`. */
export function assertWebAddress(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refusal(
      'unsupported-address',
      `Threadr reads web pages only (http or https), not “${url.protocol}” addresses. Paste the text instead.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw refusal(
      'unsupported-address',
      'An address with a user name or password in it is not accepted. Remove that part, or paste the text instead.',
    )
  }
}
