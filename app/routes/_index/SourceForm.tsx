import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { FieldError } from '#app/ui/Field.tsx'
import { fieldAttributes } from '#app/ui/field-attributes.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { FilePicker, useFileDrop } from './FilePicker.tsx'
import type { LandingPageProps } from './landing-props.ts'
import { OptionFields } from './OptionFields.tsx'

type SourceFormProps = Pick<
  LandingPageProps,
  'errors' | 'values' | 'submissionKey' | 'writer' | 'quota' | 'quotaLeadsTo' | 'leadsTo'
>

export function SourceForm(props: SourceFormProps) {
  const { errors, values, submissionKey, writer, quota, quotaLeadsTo = null, leadsTo = null } = props
  const form = useRef<HTMLFormElement>(null)
  const navigation = useNavigation()
  const sending = navigation.formData?.get('submissionKey') === submissionKey
  const fileInput = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState<string | undefined>()
  const fileError = tooLarge ?? errors.file
  const { dragging, dropHandlers } = useFileDrop(fileInput)

  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-form-error]')?.focus()
  }, [errors])

  return (
    <Form method="post" encType="multipart/form-data" ref={form} className="mt-8" noValidate>
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {errors.form !== undefined && (
        <div data-form-error tabIndex={-1} className="mb-4 rounded-card">
          <Notice
            tone="bad"
            role="alert"
            title="The thread was not started"
            actions={leadsTo && <ButtonLink to={leadsTo.to}>{leadsTo.label}</ButtonLink>}
          >
            {errors.form}
          </Notice>
        </div>
      )}
      <div
        {...dropHandlers}
        data-dragging={dragging || undefined}
        className="rounded-card border border-edge bg-surface transition-colors duration-150 focus-within:border-ink focus-within:ring-1 focus-within:ring-ink has-[[aria-invalid=true]]:border-bad data-[dragging]:border-accent data-[dragging]:bg-wash"
      >
        <label htmlFor="source" className="block px-4 pt-3 text-sm font-medium">
          A link, or the text itself
        </label>
        <textarea
          {...fieldAttributes('source', undefined, errors.source)}
          name="source"
          rows={4}
          defaultValue={values.source}
          placeholder="https://… or paste your draft here"
          autoComplete="off"
          dir="auto"
          className="field-sizing-content block max-h-96 min-h-28 w-full resize-y bg-transparent px-4 py-2 text-[1.0625rem] outline-none placeholder:text-muted"
        />
        <div className="flex flex-wrap items-center justify-between gap-2 border-t border-hairline p-2">
          <FilePicker inputRef={fileInput} error={fileError} onChoice={setTooLarge} />
          <Button
            type="submit"
            look="primary"
            pending={sending}
            className="ml-auto max-sm:w-full sm:min-w-40"
          >
            {sending ? 'Sending…' : 'Write the thread'}
          </Button>
        </div>
      </div>
      <FieldError id="source" error={errors.source} />
      {leadsTo !== null && errors.source !== undefined && (
        <p className="mt-1 text-sm">
          <TextLink to={leadsTo.to}>{leadsTo.label}</TextLink>
        </p>
      )}
      <FieldError id="file" error={fileError} />
      {/* Where it is used up, that was said above. */}
      {quota !== null && quota !== errors.form && (
        <p className="mt-2 text-sm text-muted">
          {quota} {quotaLeadsTo && <TextLink to={quotaLeadsTo.to}>{quotaLeadsTo.label}</TextLink>}
        </p>
      )}
      <OptionFields errors={errors} values={values} writer={writer} />
    </Form>
  )
}
