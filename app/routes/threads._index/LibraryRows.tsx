import { Form, useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { LibraryRow } from '#app/features/threads/library/library-row.ts'
import { type LibraryWish, queryOf } from '#app/features/threads/library/library-wish.ts'
import { paths } from '#app/paths.ts'
import { BulkBar, ForGood } from './BulkBar.tsx'
import { LibraryList } from './LibraryList.tsx'
import { RenameForm, type Unnamed } from './Rename.tsx'

type LibraryRowsProps = { rows: LibraryRow[]; wish: LibraryWish; tags: string[]; unnamed: Unnamed | null }

/** The rows in the one form of all that can be done to them, which leads back to where it was sent from. */
export function LibraryRows({ rows, wish, tags, unnamed }: LibraryRowsProps) {
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)
  const { key } = useLocation()
  const countTicks = () => setCount(ticksOf(form.current).filter(({ checked }) => checked).length)

  // What was ticked is done with once the page is another.
  useEffect(() => {
    if (key) form.current?.reset()
    setCount(0)
  }, [key])

  const action = `${paths.threads()}?index${queryOf(wish).replace('?', '&')}`
  return (
    <>
      <Form
        ref={form}
        method="post"
        action={action}
        preventScrollReset
        onChange={countTicks}
        className="group/deeds"
      >
        {/* Enter in a field presses the form's first button, whatever that is: this one, which without a tag does nothing. */}
        <button type="submit" name="intent" value="tag" tabIndex={-1} aria-hidden className="sr-only" />
        <div className="flex flex-wrap items-center gap-3">
          <label className="needs-script -ms-3 inline-flex min-h-11 items-center gap-1 text-sm text-muted sm:ms-0">
            <span className="flex size-11 items-center justify-center">
              <input
                type="checkbox"
                checked={count === rows.length}
                ref={(box) => {
                  if (box) box.indeterminate = count > 0 && count < rows.length
                }}
                onChange={({ target }) => {
                  for (const tick of ticksOf(form.current)) tick.checked = target.checked
                }}
                className="size-4.5 accent-accent"
              />
            </span>
            All on this page
          </label>
          {wish.trash && (
            <div className="ms-auto">
              <ForGood
                summary="Empty the trash"
                about="All of it, and it can’t be brought back."
                intent="empty"
                label="Yes, empty it"
              />
            </div>
          )}
        </div>
        <LibraryList rows={rows} wish={wish} unnamed={unnamed} />
        <BulkBar count={count} inTrash={wish.trash} tags={tags} />
      </Form>
      {!wish.trash && rows.map(({ id }) => <RenameForm key={id} id={id} action={action} />)}
    </>
  )
}

const ticksOf = (form: HTMLFormElement | null): HTMLInputElement[] =>
  form ? [...form.querySelectorAll<HTMLInputElement>('input[name=id]')] : []
