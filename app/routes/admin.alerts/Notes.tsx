import { Form, useNavigation } from '@remix-run/react'
import { components, componentTitles } from '#app/features/alerts/components.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { SelectField } from '#app/ui/forms/SelectField.tsx'
import { TextAreaField } from '#app/ui/forms/TextAreaField.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

export type ShownNote = {
  id: string
  title: string
  text: string
  component: string | null
  createdAt: string
}

const choices = [
  ['all', 'All of Threadr'],
  ...components.map((name) => [name, componentTitles[name]] as const),
] as const

const aboutWhat = (component: string | null) =>
  choices.find(([name]) => name === component)?.[1] ?? 'All of Threadr'

/** Notes on the status page that are not over yet; who may, writes one or says that it is over. */
export function Notes({
  notes,
  mayChange,
  answer,
}: {
  notes: ShownNote[]
  mayChange: boolean
  answer: FormAnswer | undefined
}) {
  return (
    <>
      <p className="mb-4 max-w-reading text-muted">
        <TextLink to={paths.status()}>The status page</TextLink> shows by itself what fires and is noticed.
        Write a note where people should know more.
      </p>
      {notes.length > 0 && (
        <ul className="mb-8 divide-y divide-hairline border-y border-hairline">
          {notes.map((note) => (
            <Note key={note.id} note={note} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && (
        <div className="max-w-reading">
          <ActionForm intent="tell" answer={answer} submit="Put it on the status page" look="plain">
            <TextField name="title" label="What is wrong" maxLength={120} autoComplete="off" />
            <TextAreaField
              name="text"
              label="What people notice, and what they can do"
              hint="Everybody can read it. It stays on the page when it is over."
              rows={4}
              maxLength={2000}
            />
            <SelectField name="component" label="About" choices={choices} initial="all" />
          </ActionForm>
        </div>
      )}
    </>
  )
}

function Note({ note, mayChange }: { note: ShownNote; mayChange: boolean }) {
  const navigation = useNavigation()
  const isSent = navigation.formData?.get('noteId') === note.id
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium wrap-anywhere">{note.title}</p>
        <p className="mt-1 max-w-reading text-[0.9375rem] whitespace-pre-line wrap-anywhere">{note.text}</p>
        <p className="mt-1 text-sm text-muted">
          {aboutWhat(note.component)} · <RelativeTime iso={note.createdAt} />
        </p>
      </div>
      {mayChange && (
        <Form method="post" className="max-sm:w-full">
          <input type="hidden" name="noteId" value={note.id} />
          <Button
            type="submit"
            name="intent"
            value="resolve"
            pending={isSent}
            aria-label={`It is over: ${note.title}`}
            className="max-sm:w-full"
          >
            {isSent ? 'Sending…' : 'It is over'}
          </Button>
        </Form>
      )}
    </li>
  )
}
