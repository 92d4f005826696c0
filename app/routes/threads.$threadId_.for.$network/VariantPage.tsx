import { exportFormats } from '#app/features/threads/exports/format-names.ts'
import { networkNames, partNames } from '#app/features/threads/lint/network-names.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { FileLink } from '#app/ui/FileLink.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'
import { findingsSentence } from '../threads.$threadId_.out/finding-words.ts'
import { formatWords } from '../threads.$threadId_.out/format-words.ts'
import { NetworkLinks } from '../threads.$threadId_.out/NetworkLinks.tsx'
import { EarlierVersions } from './EarlierVersions.tsx'
import { HomelessWords } from './HomelessWords.tsx'
import { PartCard } from './PartCard.tsx'
import { ServerLimit } from './ServerLimit.tsx'
import { doneSentences, type VariantPageProps } from './variant-props.ts'
import { WholePost } from './WholePost.tsx'

/** A thread for another network: each tweet as it stands there, and what is to be looked at. */
export function VariantPage(props: VariantPageProps) {
  const { threadId, title, network, parts, whole, copyable, done, answer } = props
  const name = networkNames[network]
  const refused = isNowhere(props) ? answer?.errors.form : undefined
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <PageHead about={`For ${name}`} title={title}>
        <ButtonLink to={paths.takeOut(threadId)}>Back</ButtonLink>
        <CopyButton text={copyable} label="Copy all of it" look="plain" />
      </PageHead>
      <NetworkLinks threadId={threadId} shown={network} networks={props.networks} />
      <p className="mt-5 max-w-prose text-muted tabular-nums">
        {summary(props)}{' '}
        {findingsSentence(
          parts.flatMap(({ findings }) => findings.map(({ level }) => level)),
          name,
        )}
      </p>
      <p className="mt-1 max-w-prose text-sm text-muted">
        What you change here leaves the thread itself as it is.
      </p>
      {network === 'mastodon' && <ServerLimit {...props} />}
      {done !== null && !answer && (
        <div className="mt-5">
          <Notice role="status" title={doneSentences[done]} />
        </div>
      )}
      {refused !== undefined && (
        <div className="mt-5">
          <Notice tone="bad" role="alert" title={refused} />
        </div>
      )}
      {whole && <WholePost whole={whole} />}
      <ol className="mt-6 space-y-4">
        {parts.map((part) => (
          <li key={part.tweetId} id={`tweet-${part.position}`} className="scroll-mt-4">
            <PartCard part={part} page={props} />
          </li>
        ))}
      </ol>
      <HomelessWords {...props} />
      <section aria-labelledby="save" className="mt-10 border-t border-hairline pt-6">
        <h2 id="save" className="font-serif text-xl font-medium">
          Save it
        </h2>
        <div className="mt-3 flex flex-wrap gap-2">
          {exportFormats.map((format) => (
            <FileLink key={format} href={paths.exportedVariant(threadId, network, format)}>
              {formatWords[format].name}
            </FileLink>
          ))}
        </div>
      </section>
      <EarlierVersions {...props} />
    </main>
  )
}

function summary({ parts, network, whole }: VariantPageProps): string {
  const posts = parts.flatMap((part) => part.posts).length
  const own = parts.filter(({ isOwn }) => isOwn).length
  const old = parts.filter(({ changedSince }) => changedSince !== null).length
  const counted = `${posts} ${partNames[network]}${posts === 1 ? '' : 's'}${whole ? ' in one post, without numbers' : ''}`
  if (own === 0) return `${counted}, all as in the thread.`
  const otherwise = `${own} of ${parts.length} tweets said otherwise here`
  return `${counted}; ${otherwise}${old > 0 ? `, ${old} of them out of date` : ''}.`
}

/** Whether what was refused belongs to no part of the page. */
function isNowhere({ answer, parts }: VariantPageProps): boolean {
  if (!answer) return false
  return !parts.some(
    ({ tweetId, findings }) =>
      answer.values.tweetId === tweetId || findings.some(({ key }) => key === answer.values.finding),
  )
}
