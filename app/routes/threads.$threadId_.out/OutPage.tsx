import { featureWords } from '#app/features/billing/feature-words.ts'
import type { Feature } from '#app/features/billing/plans.ts'
import { toPlans } from '#app/features/billing/to-plans.ts'
import { exportFormats } from '#app/features/threads/exports/format-names.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { FileLink } from '#app/ui/FileLink.tsx'
import { Section } from '#app/ui/forms/Section.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { OfPro } from '../pricing/OfPro.tsx'
import { Findings, type FindingsProps } from './Findings.tsx'
import { formatWords } from './format-words.ts'
import { NetworkLinks } from './NetworkLinks.tsx'
import type { PlanOffer } from './plan-offer.ts'

export type OutPageProps = FindingsProps &
  PlanOffer & {
    title: string
    tweetCount: number
    /** The whole thread. */
    copyable: string
    isShared: boolean
    /** How far posting by hand has come; null where it wasn't begun. */
    posting: { settled: number; total: number } | null
  }

/** Every way out of Threadr for a thread. */
export function OutPage(props: OutPageProps) {
  const { threadId, title, tweetCount, copyable, isShared, posting, closed, networks } = props
  const tweets = tweetCount === 1 ? 'its one tweet' : `its ${tweetCount} tweets`
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <PageHead about="Post or export" title={title}>
        <ButtonLink to={paths.thread(threadId)}>Back to the thread</ButtonLink>
      </PageHead>
      <Findings {...props} />
      <Section
        title="Post it on X"
        about="Tweet by tweet, each a reply to the one before. No account is connected."
      >
        <ButtonLink to={paths.post(threadId)} look="primary">
          {posting === null || posting.settled === posting.total ? 'Post it by hand' : 'Go on posting'}
        </ButtonLink>
        {posting !== null && (
          <p className="mt-2 text-[0.9375rem] text-muted tabular-nums">
            {posting.settled} of {posting.total} done.
          </p>
        )}
      </Section>
      <Section
        title="Copy it"
        about="With a blank line between tweets. Each tweet has a button of its own on its page."
      >
        <CopyButton text={copyable} label="Copy the thread" look="plain" />
        <p className="without-script text-muted">
          Copying needs JavaScript: the text file below holds the same.
        </p>
      </Section>
      <Section title="Save it" about={`One file with ${tweets}, numbered as the thread is.`}>
        <ul className="space-y-2">
          {exportFormats.map((format) => (
            <li key={format} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="grid min-w-36">
                <FileLink href={paths.exportedThread(threadId, format)}>{formatWords[format].name}</FileLink>
              </span>
              <span className="text-[0.9375rem] text-muted">
                {formatWords[format].about}
                {format === 'json' && (
                  <>
                    {' '}
                    <a
                      href={paths.threadSchema()}
                      className="text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong"
                    >
                      What it holds
                    </a>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="For other networks"
        mark={closed.includes('variants') && <OfPro />}
        about={
          closed.includes('variants')
            ? featureWords.variants.about
            : 'The same thread, counted as each of them counts, in other words where you want them.'
        }
      >
        <NetworkLinks threadId={threadId} shown={null} networks={networks} />
        {closed.includes('variants') && <ToPlans wanted="variants" />}
      </Section>
      <Section
        title="Image cards"
        mark={closed.includes('cards') && <OfPro />}
        about="A picture of each tweet, 1200 by 630 pixels, for networks that show pictures best."
      >
        {closed.includes('cards') ? (
          <ToPlans wanted="cards" />
        ) : (
          <ButtonLink to={paths.cards(threadId)}>Look at the cards</ButtonLink>
        )}
      </Section>
      <Section title="A public page" about="For whoever has its link, and nobody else. You can take it down.">
        <p className="text-[0.9375rem]">
          {isShared ? 'It is there.' : 'There is none.'}{' '}
          <TextLink to={paths.share(threadId)}>{isShared ? 'See its link' : 'Make one'}</TextLink>
        </p>
      </Section>
    </main>
  )
}

function ToPlans({ wanted }: { wanted: Feature }) {
  const { to, label } = toPlans(wanted)
  return (
    <p className="text-[0.9375rem] not-first:mt-3">
      <TextLink to={to}>{label}</TextLink>
    </p>
  )
}
