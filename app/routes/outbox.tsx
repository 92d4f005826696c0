import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { drawOutbox } from '#app/features/mail/read-outbox.ts'
import { paths } from '#app/paths.ts'
import { InertFrame } from '#app/ui/InertFrame.tsx'
import { LinkedText } from '#app/ui/LinkedText.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

export const meta: MetaFunction = () => [
  { title: 'Outbox · Threadr' },
  { name: 'robots', content: 'noindex' },
]

/** The messages of a copy that sends none. In production there is no such page, whoever asks. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.env.mode === 'production') throw new Response(null, { status: 404 })
  const viewer = await readViewer(request, context)
  const mails = await drawOutbox(context.database.prisma, context.sealer)
  return ownPage(viewer, {
    mails: mails.map((mail) => ({ ...mail, createdAt: mail.createdAt.toISOString() })),
    sends: context.env.mail !== null,
  })
}

export default function Outbox() {
  const { mails, sends } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="font-serif text-4xl font-medium tracking-tight">Outbox</h1>
      <p className="mt-3 mb-8 max-w-reading text-muted">
        {sends
          ? 'Messages that have not been sent yet.'
          : 'This copy of Threadr sends no mail: what it would send lies here, the newest first.'}{' '}
        In production there is no such page. <TextLink to={paths.mailPreview()}>See every message</TextLink>{' '}
        that Threadr can write.
      </p>
      {mails.length === 0 ? (
        <p className="border-t border-hairline py-10 font-serif text-2xl font-medium">Nothing here yet</p>
      ) : (
        <ol className="border-t border-hairline">
          {mails.map((mail) => (
            <li key={mail.id} className="border-b border-hairline py-6">
              <article aria-label={`${mail.subject}, to ${mail.to}`}>
                <h2 className="font-serif text-xl font-medium">{mail.subject}</h2>
                <p className="mt-1 mb-4 text-sm text-muted wrap-anywhere">
                  To {mail.to} · <RelativeTime iso={mail.createdAt} />
                </p>
                {mail.html !== null && <InertFrame html={mail.html} title={`Look of “${mail.subject}”`} />}
                <details open={mail.html === null} className="mt-3">
                  <summary className="cursor-pointer py-2 text-sm text-muted">As text</summary>
                  <p className="mt-2 text-[0.9375rem] whitespace-pre-line wrap-anywhere">
                    <LinkedText text={mail.text} />
                  </p>
                </details>
              </article>
            </li>
          ))}
        </ol>
      )}
    </main>
  )
}
