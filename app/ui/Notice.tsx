import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'

type NoticeProps = {
  tone?: 'info' | 'bad'
  title: string
  /** `alert` is read out at once: for what the person has just caused. */
  role?: 'alert' | 'status' | undefined
  children?: ReactNode
  /** Buttons and links: what to do about it. */
  actions?: ReactNode
}

export function Notice({ tone = 'info', title, role, children, actions }: NoticeProps) {
  const Icon = tone === 'bad' ? CircleAlert : Info
  return (
    <div role={role} className="flex gap-3 rounded-card border border-hairline bg-surface p-4">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${tone === 'bad' ? 'text-bad' : 'text-muted'}`} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children !== undefined && <div className="mt-1 text-[0.9375rem] text-muted">{children}</div>}
        {actions !== undefined && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
