import { ButtonLink } from '../Button.tsx'
import { TextLink } from '../TextLink.tsx'
import type { PageError } from './page-error.ts'

type ErrorPageProps = {
  error: PageError
  /** Where one signs in and comes back; null where that would change nothing. */
  signIn?: string | null
}

/** One page for all errors: a thread that has come loose, what happened, and what to do. */
export function ErrorPage({ error, signIn = null }: ErrorPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-page px-4 py-16 sm:px-6 sm:py-24">
      <svg aria-hidden viewBox="0 0 320 80" className="mb-8 w-64 max-w-full">
        <path
          d="M2 40 H96 C120 40 128 16 150 16 C176 16 176 62 150 62 C128 62 132 34 158 36 C176 37 184 46 196 52"
          fill="none"
          strokeWidth="2"
          strokeLinecap="round"
          className="stroke-thread"
        />
        <path
          d="M232 36 C246 28 258 40 318 40"
          fill="none"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="2 7"
          className="stroke-thread"
        />
        <circle cx="40" cy="40" r="5" strokeWidth="2" className="fill-paper stroke-thread" />
        <circle cx="290" cy="40" r="5" strokeWidth="2" className="fill-paper stroke-thread" />
      </svg>
      <p className="text-sm text-muted tabular-nums">
        {error.status === null ? 'No connection' : `Error ${error.status}`}
      </p>
      <h1 className="mt-1 font-serif text-4xl font-medium tracking-tight sm:text-5xl">{error.title}</h1>
      <p className="mt-4 max-w-reading text-lg text-muted">{error.text}</p>
      {signIn !== null && (
        <p className="mt-4 max-w-reading text-lg text-muted">
          If it is kept in your account, <TextLink to={signIn}>sign in</TextLink> to see it.
        </p>
      )}
      {error.action !== null && (
        <div className="mt-8">
          <ButtonLink to={error.action.to} look="primary">
            {error.action.label}
          </ButtonLink>
        </div>
      )}
    </main>
  )
}
