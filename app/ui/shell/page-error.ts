import { waitInWords } from '#app/platform/wait-in-words.ts'

export type PageError = {
  /** Of the answer; null where none came. */
  status: number | null
  title: string
  text: string
  action: { to: string; label: string } | null
}

const home = { to: '/', label: 'Start a new thread' }

/** Browsers tell of a connection that broke by a TypeError, each in words of its own. */
const brokenConnection = /failed to fetch|networkerror|load failed/i

/** What is said where the server's answer never came; null for an error that is another. `here` is the page's address. */
export function unreachedError(error: unknown, here: string): PageError | null {
  if (!(error instanceof TypeError) || !brokenConnection.test(error.message)) return null
  return {
    status: null,
    title: 'Threadr can’t be reached',
    text: 'The connection broke before an answer came. If you had just sent something, look whether it arrived before you send it again.',
    action: { to: here, label: 'Try again' },
  }
}

/**
 * What an error page says. `data` is the body of the thrown response: a sentence, or `{ message, retryAfterSeconds, leadsTo }`.
 * Only client errors may speak for themselves; what went wrong inside stays inside.
 */
export function pageError(status: number, data: unknown): PageError {
  const said = messageOf(data)
  const way = wayOf(data)
  if (said !== null && way !== null && status < 500)
    return { status, title: 'Your plan doesn’t go that far', text: said, action: way }
  if (status === 404) {
    return {
      status,
      title: 'The thread ends here',
      text:
        said ??
        'There is nothing at this address. The link may be mistyped, or what it led to has been deleted.',
      action: home,
    }
  }
  if (status === 410) {
    return {
      status,
      title: 'This is no longer kept',
      text: said ?? 'It was here, and it has been deleted for good.',
      action: home,
    }
  }
  if (status === 429) {
    const when = waitOf(data)
    return {
      status,
      title: 'That was a lot at once',
      text: [
        said ?? 'This address has sent more than Threadr takes in such a short time.',
        when !== null && `You can try again in ${when}.`,
        when === null && said === null && 'Wait a minute, then try again.',
      ]
        .filter(Boolean)
        .join(' '),
      action: { to: '/threads', label: 'Your threads' },
    }
  }
  if (status >= 400 && status < 500) {
    return {
      status,
      title: 'That did not work',
      text: said ?? 'Threadr could not make sense of this request. Go back, reload the page, and try again.',
      action: home,
    }
  }
  // Said by the server alone, in words of its own.
  if (status === 503 && said !== null && waitOf(data) !== null)
    return { status, title: 'Too much at once', text: said, action: { to: '/', label: 'Try again' } }
  return {
    status,
    title: 'Something broke on our side',
    text: 'It has been written to the log. Nothing you saved is lost. Reload the page in a moment; if it happens again, start from the front page.',
    action: { to: '/', label: 'Go to the front page' },
  }
}

function messageOf(data: unknown): string | null {
  if (typeof data === 'string') return data.trim() === '' ? null : data
  const message = fieldOf(data, 'message')
  return typeof message === 'string' && message !== '' ? message : null
}

function wayOf(data: unknown): PageError['action'] {
  const leadsTo = fieldOf(data, 'leadsTo')
  const [to, label] = [fieldOf(leadsTo, 'to'), fieldOf(leadsTo, 'label')]
  return typeof to === 'string' && typeof label === 'string' ? { to, label } : null
}

function waitOf(data: unknown): string | null {
  const seconds = fieldOf(data, 'retryAfterSeconds')
  return typeof seconds === 'number' && Number.isFinite(seconds) ? waitInWords(seconds) : null
}

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null
    ? Object.entries(data).find(([key]) => key === name)?.[1]
    : undefined
}
