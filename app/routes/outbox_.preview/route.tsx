import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { InertFrame } from '#app/ui/InertFrame.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'
import { mailExamples } from './examples/mail-examples.ts'
import { MailList } from './MailList.tsx'
import { previewMail } from './preview-mail.ts'

export const meta: MetaFunction = () => [
  { title: 'Messages · Threadr' },
  { name: 'robots', content: 'noindex' },
]

/** How every message looks, for whoever changes one. In production there is no such page, whoever asks. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.env.mode === 'production') throw new Response(null, { status: 404 })
  const viewer = await readViewer(request, context)
  const wanted = new URL(request.url).searchParams.get('template')
  const examples = Object.entries(mailExamples(context.env.appUrl))
  const mails = examples.map(([name, { subject }]) => ({ name, subject }))
  if (wanted === null) return ownPage(viewer, { mails, shown: null })
  const words = examples.find(([name]) => name === wanted)?.[1]
  if (!words) throw new Response('There is no such message.', { status: 404 })
  return ownPage(viewer, { mails, shown: await previewMail(words) })
}

export default function MailPreview() {
  const { mails, shown } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-5xl px-4 py-10 sm:px-6 sm:py-14">
      <PageHead about="Messages" title={shown?.subject ?? 'Every message that Threadr writes'} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_14rem]">
        {shown && (
          <div className="min-w-0">
            <dl className="mb-6 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm wrap-anywhere">
              {shown.facts.map(({ name, value }) => (
                <div key={name} className="contents">
                  <dt className="text-muted">{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {/* Another message is another document. */}
            <InertFrame key={shown.name} html={shown.html} title={`Look of “${shown.subject}”`} />
            <h2 className="mt-8 mb-3 font-serif text-xl font-medium">As text</h2>
            <pre className="rounded-card border border-hairline bg-surface p-4 text-sm whitespace-pre-wrap wrap-anywhere">
              {shown.text}
            </pre>
          </div>
        )}
        <MailList mails={mails} present={shown?.name ?? null} />
      </div>
    </main>
  )
}
