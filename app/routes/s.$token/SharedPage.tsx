import { directionOf } from '#app/features/segmentation/direction.ts'
import type { SharedThread } from '#app/features/sharing/read-shared-thread.ts'
import { paths } from '#app/paths.ts'
import { LinkedText } from '#app/ui/LinkedText.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { ThreadItem, ThreadLine } from '#app/ui/ThreadLine.tsx'
import { VerdictMark } from '../threads.$threadId/VerdictMark.tsx'

type SharedPageProps = Pick<
  SharedThread,
  'title' | 'isNamed' | 'language' | 'tweets' | 'source' | 'showVerdicts'
> & {
  address: string
  /** Where a complaint goes; null is whoever runs this Threadr. */
  supportEmail: string | null
}

/** A thread as everybody reads it who was given its link. */
export function SharedPage({
  title,
  isNamed,
  language,
  tweets,
  source,
  showVerdicts,
  ...about
}: SharedPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-[42rem] px-4 pt-10 pb-16 sm:px-6 sm:pt-14">
      <article lang={language ?? undefined} dir={directionOf(language)}>
        <header className="mb-8">
          <h1
            {...(isNamed ? { dir: 'auto' } : { lang: 'en', dir: 'ltr' })}
            className="font-serif text-[2rem] leading-tight font-medium tracking-tight wrap-anywhere sm:text-[2.75rem]"
          >
            {isNamed ? title : `A thread of ${tweets.length} ${tweets.length === 1 ? 'tweet' : 'tweets'}`}
          </h1>
          {source && (
            <p lang="en" dir="ltr" className="mt-3 text-muted wrap-anywhere">
              Made from a page of{' '}
              <a
                href={source.url}
                rel="nofollow ugc noopener"
                className="text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong"
              >
                {source.name}
              </a>
            </p>
          )}
        </header>
        <ThreadLine className="[--thread-node:1.05rem]">
          {tweets.map(({ position, text, verdict }) => (
            <ThreadItem key={position}>
              <p
                dir="auto"
                className="pb-3 font-serif text-[1.25rem] leading-[1.55] whitespace-pre-line wrap-anywhere"
              >
                <LinkedText text={text} />
              </p>
              {verdict !== null && (
                <p lang="en" className="-mt-2 pb-4 text-sm">
                  <VerdictMark verdict={verdict} />
                </p>
              )}
            </ThreadItem>
          ))}
        </ThreadLine>
      </article>
      <footer className="mt-10 space-y-2 border-t border-hairline pt-5 text-sm text-muted">
        {showVerdicts && (
          <p>
            The words under the tweets say whether Threadr found them backed by what they were made from. It
            can be wrong.
          </p>
        )}
        <p>
          Written with <TextLink to={paths.landing()}>Threadr</TextLink> and shared by its author.{' '}
          <Report {...about} />
        </p>
      </footer>
    </main>
  )
}

function Report({ address, supportEmail }: Pick<SharedPageProps, 'address' | 'supportEmail'>) {
  if (supportEmail === null) return <>Something wrong with this page? Tell whoever runs this Threadr.</>
  // No plus signs: programs for mail show them as they are.
  const query = new URLSearchParams({ subject: 'Report of a public page', body: address }).toString()
  return (
    <a
      href={`mailto:${supportEmail}?${query.replaceAll('+', '%20')}`}
      className="text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong"
    >
      Report this page
    </a>
  )
}
