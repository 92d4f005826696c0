import { Form } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { Button } from '../Button.tsx'
import { exactTime } from '../relative-time.ts'

/** Says to an admin on every page that they see it as somebody else, and lets them leave. */
export function SeeingBanner({ name, until }: { name: string; until: string }) {
  return (
    <aside aria-label="Seen as somebody else" className="border-b border-hairline bg-sunken py-2">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 gap-y-2 px-4 sm:px-6">
        <p className="flex min-w-0 flex-1 basis-72 gap-2 text-sm text-muted">
          <Eye aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          <span className="wrap-anywhere">
            <strong className="font-medium text-ink">You see the threads of {name}.</strong> Nothing can be
            changed. It ends by itself on {exactTime(new Date(until))}.
          </span>
        </p>
        <Form method="post" action="/admin/seeing">
          <Button type="submit">Leave this view</Button>
        </Form>
      </div>
    </aside>
  )
}
