import { Form } from '@remix-run/react'
import { Pencil } from 'lucide-react'
import type { LibraryRow } from '#app/features/threads/library/library-row.ts'
import { Button } from '#app/ui/Button.tsx'
import { controlClass, FieldError } from '#app/ui/Field.tsx'
import { fieldAttributes } from '#app/ui/field-attributes.ts'

/** A name that was refused, as it was typed, and why. */
export type Unnamed = { id: string; title: string; error: string }

const formId = (id: string) => `rename-${id}`
const partId = (id: string) => `name-${id}`

/** Under a row's star: opens a field for what the thread is called. Its form stands outside of that of the other deeds. */
export function Rename({ row, unnamed }: { row: LibraryRow; unnamed: Unnamed | null }) {
  const field = `title-${row.id}`
  return (
    <details id={partId(row.id)} open={unnamed !== null}>
      <summary
        aria-label={`Rename ${row.title}`}
        className="absolute end-0 top-14 z-1 flex size-11 items-center justify-center rounded-control text-muted hover:text-ink sm:end-3"
      >
        <Pencil aria-hidden className="size-4" />
      </summary>
      <div className="relative z-1 mt-2 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-[1_1_14rem]">
          <label htmlFor={field} className="mb-1 block text-sm font-medium">
            Name
          </label>
          <input
            {...fieldAttributes(field, 'hint', unnamed?.error)}
            key={unnamed?.title ?? row.ownTitle}
            form={formId(row.id)}
            name="title"
            dir="auto"
            defaultValue={unnamed?.title ?? row.ownTitle ?? ''}
            autoComplete="off"
            className={controlClass}
          />
        </div>
        <Button type="submit" form={formId(row.id)}>
          Save the name
        </Button>
        <div className="basis-full">
          <p id={`${field}-hint`} className="text-sm text-muted">
            Empty, it is called like its source.
          </p>
          <FieldError id={field} error={unnamed?.error} />
        </div>
      </div>
    </details>
  )
}

export function RenameForm({ id, action }: { id: string; action: string }) {
  return (
    <Form id={formId(id)} method="post" action={action} preventScrollReset onSubmit={() => close(id)}>
      <input type="hidden" name="intent" value={`name ${id}`} />
    </Form>
  )
}

/** Back to where it was opened; a name that is refused opens it again. */
function close(id: string) {
  const part = document.getElementById(partId(id))
  if (!(part instanceof HTMLDetailsElement)) return
  part.open = false
  part.querySelector('summary')?.focus()
}
