import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'
import type { HistoryPageProps } from './history-props.ts'
import { VersionDetail } from './VersionDetail.tsx'
import { VersionList } from './VersionList.tsx'
import { WhatWasDone } from './WhatWasDone.tsx'

/** A thread's saved states: the list, and one of them. A narrow screen shows the list until one is chosen. */
export function HistoryPage(props: HistoryPageProps) {
  const { threadId, title, rows, shown, isChosen } = props
  return (
    <main id="content" className="mx-auto w-full max-w-page px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <PageHead about="History" title={title}>
        <ButtonLink to={paths.thread(threadId)}>Back to the thread</ButtonLink>
      </PageHead>
      <WhatWasDone {...props} />
      {shown === null ? (
        <NothingKept isEnd={rows.length === 0 && props.before !== null} threadId={threadId} />
      ) : (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div className={isChosen ? 'max-lg:hidden' : ''}>
            <VersionList {...props} shownVersion={shown.row.version} />
          </div>
          <div className={`max-w-3xl min-w-0 ${isChosen ? '' : 'max-lg:hidden'}`}>
            <VersionDetail {...props} shown={shown} />
          </div>
        </div>
      )}
    </main>
  )
}

function NothingKept({ threadId, isEnd }: { threadId: string; isEnd: boolean }) {
  return (
    <div className="border-t border-hairline py-10">
      <p className="font-serif text-2xl font-medium">
        {isEnd ? 'There are no older versions' : 'Nothing is kept yet'}
      </p>
      <p className="mt-2 mb-6 max-w-reading text-muted">
        {isEnd
          ? 'This is where the history begins.'
          : 'From the first change on, each version of this thread is listed here and can be put back.'}
      </p>
      {isEnd && <ButtonLink to={paths.history(threadId)}>Newest versions</ButtonLink>}
    </div>
  )
}
