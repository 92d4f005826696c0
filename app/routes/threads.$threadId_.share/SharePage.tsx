import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { CheckField } from '#app/ui/forms/CheckField.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { Section } from '#app/ui/forms/Section.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'
import { type Done, doneSentences } from './done.ts'

type SharePageProps = {
  threadId: string
  title: string
  /** Whether the page names where the thread is from. */
  namesSource: boolean
  /** `link` is null where it can't be shown again. */
  share: { link: string | null; createdAt: string; showVerdicts: boolean; isIndexed: boolean } | null
  /** Whether this copy of Threadr answers one computer alone. */
  isLocal: boolean
  /** Whether proxies stand before Threadr, which may keep a copy of the public page for up to five minutes. */
  mayBeKept: boolean
  done: Done | null
  answer: FormAnswer | undefined
}

/** The public page of a thread as its owner has it: its link, what it shows, and how it is taken down. */
export function SharePage(props: SharePageProps) {
  const { threadId, title, namesSource, share, isLocal, mayBeKept, done, answer } = props
  const source = namesSource ? ' and where it is from' : ''
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <PageHead about="Public page" title={title}>
        <ButtonLink to={paths.takeOut(threadId)}>Back</ButtonLink>
      </PageHead>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]}>
            {done === 'taken' && mayBeKept
              ? 'Copies of it that were kept on the way to its readers may show for up to five minutes more.'
              : undefined}
          </Notice>
        </div>
      )}
      {share && (
        <Section title="Its link" about="Nobody can guess it. Whoever is given it can pass it on.">
          <ShareLink link={share.link} />
          {isLocal && (
            <p className="mt-3 text-[0.9375rem] text-muted">
              This copy of Threadr runs on your own computer, so the link opens there alone.
            </p>
          )}
        </Section>
      )}
      <Section
        title="What it shows"
        about={`The tweets as they are at the moment${source}. Not your name, not the source’s text.`}
      >
        <ActionForm
          intent="share"
          answer={answer}
          submit={share ? 'Save' : 'Make the public page'}
          look={share ? 'plain' : 'primary'}
        >
          <CheckField
            name="showVerdicts"
            initial={share?.showVerdicts ?? false}
            label="Show whether the source backs each tweet"
            about="A word under each: supported, partly, not in the source, opinion."
          />
          <CheckField
            name="isIndexed"
            initial={share?.isIndexed ?? false}
            label="Let search engines list it"
            about="Without this they are asked not to."
          />
        </ActionForm>
      </Section>
      {share && (
        <Section
          title="Take it down"
          about={`${mayBeKept ? 'At once here; copies that were kept on the way to its readers go within five minutes' : 'At once'}. A page made after that has another link.`}
        >
          <ActionForm
            intent="unshare"
            answer={answer}
            submit="Take the page down"
            look="plain"
            className="-mt-6"
          />
        </Section>
      )}
    </main>
  )
}

function ShareLink({ link }: { link: string | null }) {
  if (link === null)
    return (
      <p>
        The link can’t be shown again, since the key that it was sealed with is gone. Take the page down, and
        make one anew.
      </p>
    )
  return (
    <>
      <p className="rounded-card border border-hairline bg-surface p-3 font-mono text-sm break-all select-all">
        {link}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton text={link} label="Copy the link" look="plain" />
        <ButtonLink to={new URL(link).pathname}>Look at the page</ButtonLink>
      </div>
    </>
  )
}
