import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from './Button.tsx'

/** A link to a file, which the browser saves rather than shows. */
export function FileLink({ href, label, children }: { href: string; label?: string; children: ReactNode }) {
  return (
    <a href={href} download aria-label={label} className={buttonClass('plain')}>
      <Download aria-hidden className="size-4" />
      {children}
    </a>
  )
}
