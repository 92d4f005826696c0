import type { OwnNumbers } from '#app/features/kpis/read-own-numbers.ts'
import { paths } from '#app/paths.ts'
import { Bars } from '#app/ui/Bars.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { UpLink } from '#app/ui/UpLink.tsx'

type OwnNumbersPageProps = OwnNumbers & { plan: { used: number; of: number; per: string } | null }

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const monthWord = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthInWords = (month: string) => monthWord.format(new Date(`${month}-01T00:00:00Z`))

export function OwnNumbersPage(props: OwnNumbersPageProps) {
  const { threads, tweets, supported, opinions, wordsRead, wordsWritten, posts, months, plan } = props
  const checked = tweets - opinions
  const most = Math.max(...months.map((each) => each.threads))
  const figures = [
    { name: 'Threads', value: whole.format(threads) },
    { name: 'Tweets', value: whole.format(tweets) },
    {
      name: 'Backed by the source',
      value: checked > 0 ? `${Math.round((100 * supported) / checked)} %` : '–',
      about: 'of the tweets that aren’t marked as opinion',
    },
    { name: 'Words read', value: whole.format(wordsRead), about: 'each source once' },
    { name: 'Words written', value: whole.format(wordsWritten) },
    { name: 'Posts', value: whole.format(posts), about: 'written down as posted' },
  ]
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-14">
      <UpLink to={paths.account()} label="Account" />
      <h1 className="font-serif text-4xl font-medium tracking-tight">Your numbers</h1>
      <p className="mt-3 mb-8 max-w-reading text-muted">
        Of the threads that you have. Nobody else sees this page; what you delete is no longer in it.
      </p>
      {threads === 0 ? (
        <div className="border-t border-hairline py-10">
          <p className="mb-5 font-serif text-2xl font-medium">There is nothing to count yet</p>
          <ButtonLink to={paths.landing()}>Write a thread</ButtonLink>
        </div>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-x-6 gap-y-8 border-t border-hairline pt-8 sm:grid-cols-3">
            {figures.map(({ name, value, about }) => (
              <div key={name}>
                <dt className="text-sm text-muted">{name}</dt>
                <dd className="font-serif text-3xl font-medium tabular-nums">{value}</dd>
                {about !== undefined && <dd className="mt-1 text-sm text-muted">{about}</dd>}
              </div>
            ))}
          </dl>
          <section aria-labelledby="by-month" className="mt-12">
            <h2 id="by-month" className="mb-4 font-serif text-2xl font-medium">
              Threads by month
            </h2>
            <Bars
              bars={months.map((each) => ({
                key: each.month,
                value: each.threads,
                words: `${monthInWords(each.month)}: ${each.threads}`,
              }))}
              caption={`The last twelve months. The most in one: ${most}.`}
            />
          </section>
        </>
      )}
      {plan !== null && (
        <p className="mt-10 border-t border-hairline pt-6 text-muted">
          Of your plan you have used {plan.used} of {plan.of} threads a {plan.per}.{' '}
          <TextLink to={paths.plan()}>Your plan</TextLink>
        </p>
      )}
    </main>
  )
}
