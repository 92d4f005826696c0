import { RelativeTime } from '#app/ui/RelativeTime.tsx'

export type ShownMail = {
  id: string
  to: string
  template: string
  reason: string | null
  provider: string | null
  createdAt: string
}

/** Messages with whom they were for and what went wrong; nothing of what they say. */
export function TroubledList({ mails, none }: { mails: ShownMail[]; none: string }) {
  if (mails.length === 0) return <p className="border-t border-hairline py-6 text-muted">{none}</p>
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {mails.map(({ id, to, template, reason, provider, createdAt }) => (
        <li key={id} className="py-4">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="min-w-0 font-medium wrap-anywhere">{to}</span>
            <span className="text-sm text-muted">
              {template} · <RelativeTime iso={createdAt} />
              {provider !== null && ` · ${provider === 'smtp' ? 'SMTP' : 'Resend'}`}
            </span>
          </p>
          {reason !== null && <p className="mt-1 max-w-reading text-[0.9375rem] wrap-anywhere">{reason}</p>}
          <p className="mt-1 text-sm text-muted wrap-anywhere">Its number is {id}.</p>
        </li>
      ))}
    </ul>
  )
}
