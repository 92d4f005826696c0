import { AppError } from '#app/platform/errors.ts'

/** Refuses an address that is no web page's or carries a user name: `unsupported-address`. */
export function assertWebAddress(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw unsupported(
      `Threadr reads web pages only (http or https), not “${url.protocol}” addresses. Paste the text instead.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw unsupported(
      'An address with a user name or password in it is not accepted. Remove that part, or paste the text instead.',
    )
  }
}

const unsupported = (message: string) =>
  new AppError('unsupported-address', message, { status: 422, field: 'source' })
