import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Notice } from '#app/ui/Notice.tsx'
import { PaneTabs } from '#app/ui/PaneTabs.tsx'
import { Ties } from '#app/ui/Ties.tsx'
import { useReloadWatch } from '#app/ui/use-reload-watch.ts'
import { asksOf, noAsks } from './editor/asks.ts'
import { useLiveTweets } from './editor/live-tweets.ts'
import { postedTexts } from './editor/posted-texts.ts'
import { ThreadEditor } from './editor/ThreadEditor.tsx'
import { EditorContext } from './editor/use-editor.ts'
import { useThreadEditor } from './editor/use-thread-editor.ts'
import { GenerationState } from './GenerationState.tsx'
import { isFinal, needsRefresh } from './generation-view.ts'
import { InTrash, LibraryDeeds } from './LibraryDeeds.tsx'
import { numberedTweets } from './numbered-tweets.ts'
import { SourceChanged } from './SourceChanged.tsx'
import { SourcePane } from './SourcePane.tsx'
import { SwitchedWriter } from './SwitchedWriter.tsx'
import { PreviewContext, usePreviewCheck } from './support-preview.ts'
import { ThreadBar } from './ThreadBar.tsx'
import { TweetList } from './TweetList.tsx'
import type { ThreadPageProps } from './thread-props.ts'
import { useEarlyHints } from './use-early-hints.ts'
import { passageId, tweetId, useLit } from './use-lit.ts'
import { useProgress } from './use-progress.ts'
import { useThreadActs } from './use-thread-acts.ts'

/** Between two looks at candidates that are being written, in milliseconds: somebody waits before the page. */
const longestWait = 2_000

/** The very same each time, so that an editor made of it stays. */
const none: never[] = []

/** A thread while it is made and once it is there. Another thread starts afresh, whatever was shown before. */
export function ThreadPage(props: ThreadPageProps) {
  return <OneThread key={props.thread.id} {...props} />
}

function OneThread({
  thread,
  library = { isStarred: false, trash: null },
  source,
  generation,
  tweets: stored,
  model,
  canRetry,
  canCancel,
  startOver = null,
  doubt = null,
  choices = [],
  sourceChanged = false,
  refused = null,
  hasModel = false,
  candidates = [],
  hints = none,
  closed = none,
  plan = null,
  refusedPlan = null,
}: ThreadPageProps) {
  const { view, reconnecting } = useProgress(generation, `/threads/${thread.id}/progress`)
  const [pane, setPane] = useState('thread')
  const lit = useLit()
  const panes = useRef<HTMLDivElement>(null)

  // Who watches it being written sees nothing jump when it is done: what the page held then stays where it was.
  const watched = useRef(false)
  watched.current ||= !isFinal(view.status)

  const ready = view.status === 'ready'
  // What is stored is what the loader told with its view: of a newer one, the progress is all there is yet. A thread
  // that was being written again and was not stands as it was.
  const stands =
    isFinal(view.status) && view.seq <= generation.seq && stored !== undefined && stored.length > 0
  const { version, ownTitle, numbering, id: threadId, language } = thread
  const text = source?.text ?? null
  const isEditable = stands && ready && library.trash === null
  const editable = useMemo(
    () =>
      isEditable && stored
        ? {
            threadId,
            language,
            source: text,
            stored: { version, title: ownTitle, numbering, tweets: stored },
            hints,
          }
        : null,
    [isEditable, threadId, language, text, version, ownTitle, numbering, stored, hints],
  )
  const editor = useThreadEditor(editable)
  const live = useLiveTweets(editor)
  // Sent by a form before the script ran, and refused: it isn't lost, but goes on as if it had been typed here.
  useEffect(() => {
    if (refused?.text != null && refused.tweetId !== null) editor?.type(refused.tweetId, refused.text)
  }, [editor, refused])
  const tweets = live ?? (stands ? stored : view.progress.tweets)
  const asks = useMemo(() => asksOf(stored ?? [], candidates, hasModel), [stored, candidates, hasModel])
  const kept = new Map(
    isEditable && stored
      ? stored.map((tweet) => [tweet.position, { ...tweet, version, ...(asks.get(tweet.id) ?? noAsks) }])
      : [],
  )
  const earlyHints = useEarlyHints({
    tweets: stands || (isFinal(view.status) && !ready) ? null : view.progress.tweets,
    numbering,
    language: language ?? source?.language ?? null,
    sourceUrl: source?.url ?? null,
  })
  const previewCheck = usePreviewCheck(source, thread.language)
  const atWork = candidates.some(({ status }) => status === 'queued')
  useReloadWatch(atWork, longestWait)
  // Where a text was typed, its form says why it was not saved.
  const atTweet =
    editor === null &&
    refused !== null &&
    refused.text !== null &&
    [...kept.values()].some(({ id }) => id === refused.tweetId)
  const shown = numberedTweets(tweets, (ready || stands) && thread.numbering)
  // A source that could not be read leaves nothing to look at but the reason.
  const hasPanes = !isFinal(view.status) || tweets.length > 0 || source !== null
  const texts = shown.map((tweet) => tweet.text)
  const copyable = () => (editor ? postedTexts(editor.store.get().document) : texts).join('\n\n')
  useThreadActs({
    threadId,
    sourceId: thread.sourceId,
    hasTweets: tweets.length > 0 && isFinal(view.status),
    closed,
    editor,
    copyable,
  })
  const tied = lit.position === null ? [] : [{ from: passageId(lit.position), to: tweetId(lit.position) }]

  const showSource = useCallback(() => setPane('source'), [])

  return (
    <EditorContext.Provider value={editor}>
      <main id="content" className="mx-auto w-full max-w-page px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
        {(needsRefresh(view.status) || atWork) && (
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
        )}
        <ThreadBar
          thread={thread}
          source={source}
          view={view}
          model={model ?? null}
          tweets={tweets}
          onTweet={() => setPane('thread')}
          copyable={copyable}
          watched={watched.current}
        />
        {library.trash === null ? (
          <LibraryDeeds isStarred={library.isStarred} />
        ) : (
          <InTrash goesAt={library.trash.goesAt} />
        )}
        <GenerationState
          view={view}
          reconnecting={reconnecting}
          canRetry={canRetry}
          canCancel={canCancel}
          hasTweets={tweets.length > 0}
          threadId={thread.id}
          copyable={copyable}
          watched={watched.current}
          startOver={startOver}
          sourceId={thread.sourceId}
          doubt={doubt}
          choices={choices}
          plan={plan}
          refusedPlan={refusedPlan}
        />
        {refused !== null && !atTweet && (
          <div className="mb-5">
            <Notice tone="bad" role="alert" title={refused.error} />
          </div>
        )}
        <SwitchedWriter view={view} hasModel={hasModel} />
        {ready && sourceChanged && <SourceChanged sourceId={thread.sourceId} />}
        {hasPanes && (
          <>
            <PaneTabs
              label="Show"
              panes={[
                { id: 'thread', label: 'Thread' },
                { id: 'source', label: 'Source' },
              ]}
              shown={pane}
              onShow={setPane}
            />
            <div
              ref={panes}
              className="relative mt-5 grid gap-10 lg:mt-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,6fr)] lg:gap-20"
            >
              <PreviewContext.Provider value={previewCheck}>
                <TweetList
                  id="thread"
                  threadId={threadId}
                  shown={pane === 'thread'}
                  tweets={shown}
                  limit={thread.limit}
                  view={view}
                  lit={lit}
                  onPassage={showSource}
                  kept={kept}
                  hints={isEditable ? hints : earlyHints}
                  refused={refused}
                  isEditable={isEditable}
                  edited={
                    editor && (
                      <ThreadEditor
                        editor={editor}
                        threadId={threadId}
                        candidates={candidates}
                        asks={asks}
                        language={language ?? source?.language ?? null}
                        sourceUrl={source?.url ?? null}
                        limit={thread.limit}
                        lit={lit}
                        onPassage={showSource}
                      />
                    )
                  }
                />
              </PreviewContext.Provider>
              <SourcePane
                id="source"
                shown={pane === 'source'}
                source={source}
                title={thread.sourceTitle}
                tweets={tweets}
                status={view.status}
                lit={lit}
                sourceId={thread.sourceId}
                onTweet={() => setPane('thread')}
                version={isEditable ? version : null}
                hasModel={hasModel}
              />
              <Ties container={panes} pairs={tied} />
            </div>
          </>
        )}
      </main>
    </EditorContext.Provider>
  )
}
