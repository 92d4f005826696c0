import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'
import { Writings, type WritingsProps } from './Writings.tsx'

export type HowPageProps = Omit<WritingsProps, 'reader'> & { threadId: string; title: string }

/** How a thread was made, each time that it was: who wrote it, by what, at what cost and in what time. */
export function HowPage({ threadId, title, ...made }: HowPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-page px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <PageHead about="How this was made" title={title}>
        <ButtonLink to={paths.thread(threadId)}>Back to the thread</ButtonLink>
      </PageHead>
      <Writings {...made} reader="owner" />
    </main>
  )
}
