import { ThreadList } from '#app/routes/threads._index/ThreadList.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { ExampleThread } from './ExampleThread.tsx'
import type { LandingPageProps } from './landing-props.ts'
import { MoreForAddress } from './MoreForAddress.tsx'
import { SourceForm } from './SourceForm.tsx'

const statements = [
  {
    title: 'Every tweet shows where it comes from',
    text: 'Point at a tweet and its passage lights up in the article. Point at a passage and you see the tweet. What the thread leaves out stays visible too.',
  },
  {
    title: 'Counted the way X counts',
    text: 'Links, emoji and accents weigh what X says they weigh. A tweet over the limit is never called ready.',
  },
  {
    title: 'No account and no key needed',
    text: 'With a model connected, it writes. Without one, a built-in writer picks and groups the source’s own sentences, and says so.',
  },
]

export function LandingPage({ recent, example, mayLeaveAddress, ...form }: LandingPageProps) {
  return (
    <main id="content" className="w-full">
      <section className="mx-auto max-w-3xl px-4 pt-10 pb-14 sm:px-6 sm:pt-20 sm:pb-20">
        <h1 className="font-serif text-[min(2.375rem,13vw)] leading-[1.08] font-medium tracking-[-0.02em] sm:text-6xl">
          Turn something long into a thread worth posting
        </h1>
        <p className="mt-4 max-w-reading text-lg text-muted sm:mt-5">
          An article, a draft, a file. You see which passage every tweet comes from, and what was left out.
        </p>
        <SourceForm {...form} />
        {mayLeaveAddress && <MoreForAddress />}
      </section>

      {recent.length > 0 && (
        <section aria-labelledby="recent" className="mx-auto max-w-3xl px-4 pb-16 sm:px-6">
          <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="recent" className="font-serif text-2xl font-medium tracking-tight">
              Where you left off
            </h2>
            <ButtonLink to="/threads" look="quiet">
              All threads
            </ButtonLink>
          </div>
          <ThreadList rows={recent} />
        </section>
      )}

      {example !== null && (
        <>
          <ExampleThread example={example} />
          <section aria-label="What Threadr does" className="mx-auto max-w-page px-4 py-16 sm:px-6 sm:py-20">
            <ul className="grid gap-8 md:grid-cols-3 md:gap-10">
              {statements.map((statement) => (
                <li key={statement.title} className="border-t-2 border-thread pt-4">
                  <h2 className="font-serif text-xl font-medium">{statement.title}</h2>
                  <p className="mt-2 text-muted">{statement.text}</p>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </main>
  )
}
