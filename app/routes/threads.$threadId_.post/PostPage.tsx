import type { Posting } from '#app/features/publishing/by-hand/read-posting.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'
import { Ledger } from './Ledger.tsx'
import { PostStep } from './PostStep.tsx'

type PostPageProps = {
  threadId: string
  title: string
  tweetCount: number
  posting: Posting | null
  answer: FormAnswer | undefined
}

/** Posting a thread on X by hand, tweet by tweet. */
export function PostPage({ threadId, title, tweetCount, posting, answer }: PostPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <PageHead about="Post on X by hand" title={title}>
        <ButtonLink to={paths.takeOut(threadId)}>Back</ButtonLink>
      </PageHead>
      {posting === null ? (
        <Begin tweetCount={tweetCount} answer={answer} />
      ) : (
        <Underway posting={posting} answer={answer} />
      )}
    </main>
  )
}

function Begin({ tweetCount, answer }: { tweetCount: number; answer: FormAnswer | undefined }) {
  return (
    <section aria-labelledby="begin" className="border-t border-hairline pt-6">
      <h2 id="begin" className="font-serif text-2xl font-medium">
        How it goes
      </h2>
      <ol className="mt-3 mb-6 max-w-prose list-decimal space-y-2 pl-5 marker:text-muted">
        <li>Threadr opens X with the tweet filled in. You post it there; Threadr never sees your account.</li>
        <li>You copy the address of the new post, and paste it here.</li>
        <li>So the next tweet opens as a reply to it.</li>
      </ol>
      <p className="mb-2 max-w-prose text-muted">
        {tweetCount === 1 ? 'The tweet is' : `The ${tweetCount} tweets are`} kept as they are now until you
        are done. You can stop at any time, and go on later or on another device.
      </p>
      <ActionForm intent="start" answer={answer} submit="Begin" />
    </section>
  )
}

function Underway({ posting, answer }: { posting: Posting; answer: FormAnswer | undefined }) {
  const { parts, current, edited } = posting
  const posted = parts.filter(({ state }) => state === 'posted').length
  const refused = answer?.errors.form
  return (
    <>
      {refused !== undefined && (
        <div className="mb-6">
          <Notice tone="bad" role="alert" title={refused} />
        </div>
      )}
      {edited && (
        <div className="mb-6">
          <Notice title="The thread was edited since you began.">
            What is posted here is the text as it was then. To post it as it is now, start over.
          </Notice>
        </div>
      )}
      {current ? (
        <PostStep key={current.position} posting={posting} current={current} answer={answer} />
      ) : (
        <Done posted={posted} first={parts.find(({ remoteUrl }) => remoteUrl !== null)?.remoteUrl ?? null} />
      )}
      <Ledger posting={posting} />
      <section aria-labelledby="again" className="mt-10 border-t border-hairline pt-6">
        <h2 id="again" className="font-serif text-xl font-medium">
          Start over
        </h2>
        <p className="mt-1 mb-[-0.5rem] max-w-prose text-[0.9375rem] text-muted">
          Begins with the first tweet again, as the thread is now.{' '}
          {posted > 0 && 'What you posted stays on X: delete it there if it shouldn’t.'}
        </p>
        <ActionForm intent="start-over" answer={undefined} submit="Start over" look="plain" />
      </section>
    </>
  )
}

function Done({ posted, first }: { posted: number; first: string | null }) {
  return (
    <section aria-labelledby="done" className="border-t border-hairline pt-6">
      <h2 id="done" className="font-serif text-2xl font-medium">
        {posted === 0 ? 'Nothing was posted' : 'The thread is posted'}
      </h2>
      <p className="mt-2 text-muted">
        {first === null ? (
          'Every tweet was skipped.'
        ) : (
          <a
            href={first}
            target="_blank"
            rel="noopener"
            className="text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong"
          >
            See it on X
          </a>
        )}
      </p>
    </section>
  )
}
