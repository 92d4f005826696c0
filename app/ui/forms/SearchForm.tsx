import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '../Button.tsx'
import { controlClass } from '../Field.tsx'

type SearchFormProps = {
  label: string
  /** What was looked for. */
  find: string
  /** Where all are shown, for a link beside the button; without it there is none. */
  all?: string
  className: string
}

/** Looks for what is typed, as `find` of the page's own address. */
export function SearchForm({ label, find, all, className }: SearchFormProps) {
  return (
    <Form method="get" className={`flex flex-wrap items-end gap-3 ${className}`}>
      <div className="min-w-0 flex-1 basis-64">
        <label htmlFor="find" className="mb-1 block text-sm font-medium">
          {label}
        </label>
        <input
          id="find"
          name="find"
          type="search"
          defaultValue={find}
          key={find}
          maxLength={254}
          spellCheck={false}
          className={controlClass}
        />
      </div>
      <Button type="submit">Find</Button>
      {all !== undefined && find !== '' && (
        <ButtonLink to={all} look="quiet">
          Show all
        </ButtonLink>
      )}
    </Form>
  )
}
