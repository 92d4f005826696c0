import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { controlClass, Field } from '#app/ui/Field.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { Changes } from './Changes.tsx'
import type { Correction, ShownSnapshot } from './source-props.ts'

type CorrectionFormProps = {
  sourceId: string
  snapshot: ShownSnapshot
  correction: Correction | undefined
}

/** The text to be put right. What was typed stands here until it is saved, whatever is wrong with it. */
export function CorrectionForm({ sourceId, snapshot, correction }: CorrectionFormProps) {
  const pending = useNavigation().formData?.get('intent') === 'correct'
  // Of the text that stands in the field, whatever becomes present while it is edited.
  const [openedOn] = useState(snapshot.id)
  const values = correction?.values ?? { title: snapshot.title ?? '', text: snapshot.text }
  const errors = correction?.errors ?? {}
  return (
    <Form method="post" className="max-w-4xl" noValidate>
      <input
        type="hidden"
        name="basedOn"
        value={correction?.meanwhile?.basedOn ?? correction?.basedOn ?? openedOn}
      />
      <Field id="title" label="Title" error={errors.title}>
        {(attributes) => (
          <input
            {...attributes}
            name="title"
            defaultValue={values.title}
            maxLength={300}
            dir="auto"
            autoComplete="off"
            className={controlClass}
          />
        )}
      </Field>
      <Field
        id="text"
        label="Text"
        hint="A blank line parts two passages. Threads written before keep the text they were written from."
        error={errors.text}
        className="mt-5"
      >
        {(attributes) => (
          <textarea
            {...attributes}
            name="text"
            rows={18}
            defaultValue={values.text}
            dir="auto"
            className={`${controlClass} field-sizing-content max-h-[70dvh] min-h-64 font-serif text-[1.1875rem] leading-[1.6]`}
          />
        )}
      </Field>
      {correction?.leadsTo && (
        <p className="mt-1 text-sm">
          <TextLink to={correction.leadsTo.to}>{correction.leadsTo.label}</TextLink>
        </p>
      )}
      {correction?.meanwhile && (
        <section aria-labelledby="meanwhile" className="mt-5">
          <h2 id="meanwhile" className="font-medium">
            What your text changes in the version that counts now
          </h2>
          <Changes changes={correction.meanwhile.changes} />
        </section>
      )}
      <div className="sticky bottom-0 mt-4 flex flex-wrap gap-2 border-t border-hairline bg-paper py-3">
        <Button type="submit" name="intent" value="correct" look="primary" pending={pending}>
          {pending ? 'Saving…' : 'Save the text'}
        </Button>
        <ButtonLink to={paths.source(sourceId)} look="quiet">
          Leave it as it was
        </ButtonLink>
      </div>
    </Form>
  )
}
