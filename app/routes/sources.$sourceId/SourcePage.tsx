import { Form, useNavigation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { TextBlocks } from '#app/ui/TextBlocks.tsx'
import { useReloadWatch } from '#app/ui/use-reload-watch.ts'
import { CorrectionForm } from './CorrectionForm.tsx'
import { RereadOutcome } from './RereadOutcome.tsx'
import { SourceAside } from './SourceAside.tsx'
import { SourceFacts } from './SourceFacts.tsx'
import type { SourcePageProps } from './source-props.ts'

/** What Threadr read of a source, where it came from, how far it can be trusted, and what can be done about it. */
export function SourcePage(props: SourcePageProps) {
  const { sourceId, title, url, fileName, snapshot, doubt, versions, reread, threads, editing, correction } =
    props
  const atWork = reread?.state === 'at work'
  const [thread] = threads
  const isEdited = snapshot !== null && (editing || correction !== undefined)
  // What is being typed must not depend on an answer that may not come.
  useReloadWatch(atWork && !isEdited)

  return (
    <main id="content" className="mx-auto w-full max-w-page px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      {atWork && !isEdited && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <header className="mb-6 max-w-4xl">
        <p className="text-sm font-medium text-accent">What Threadr read</p>
        <h1
          dir="auto"
          className="mt-1 font-serif text-[1.75rem] leading-tight font-medium tracking-tight wrap-anywhere sm:text-4xl"
        >
          {title}
        </h1>
        <SourceFacts url={url} fileName={fileName} snapshot={snapshot} />
        {!isEdited && (
          <div className="mt-4 flex flex-wrap gap-2">
            {thread && <ButtonLink to={paths.thread(thread.id)}>Back to the thread</ButtonLink>}
            {snapshot && (
              <ButtonLink to={paths.source(sourceId, { edit: true })}>Correct the text</ButtonLink>
            )}
            {url !== null && snapshot && <RereadButton atWork={atWork} />}
          </div>
        )}
      </header>

      {doubt !== null && !isEdited && (
        <div className="mb-6 max-w-4xl">
          <Notice title="This may not be the article">{doubt}</Notice>
        </div>
      )}
      {reread && !isEdited && <RereadOutcome reread={reread} present={snapshot?.id ?? ''} />}

      {snapshot === null ? (
        <p className="max-w-reading font-serif text-lg text-muted">
          Nothing has been read of this source yet. Its text appears here once it has.
        </p>
      ) : isEdited ? (
        <CorrectionForm sourceId={sourceId} snapshot={snapshot} correction={correction} />
      ) : (
        <div className="grid gap-10 lg:grid-cols-[minmax(0,65ch)_minmax(16rem,1fr)] lg:gap-20">
          <section aria-labelledby="text-title" className="min-w-0">
            <h2 id="text-title" className="sr-only">
              The text
            </h2>
            <TextBlocks blocks={snapshot.blocks}>
              {({ start, end }) => snapshot.text.slice(start, end)}
            </TextBlocks>
          </section>
          <SourceAside versions={versions} threads={threads} />
        </div>
      )}
    </main>
  )
}

function RereadButton({ atWork }: { atWork: boolean }) {
  const navigation = useNavigation()
  const pending = atWork || navigation.formData?.get('intent') === 'reread'
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="reread" look="quiet" pending={pending}>
        {pending ? 'Fetching it again…' : 'Fetch it again'}
      </Button>
    </Form>
  )
}
