import { Form, useNavigation } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { Button, ButtonLink, type ButtonLook } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import type { FormAnswer } from './form-answer.ts'

type FormState = { intent: string; errors: Record<string, string>; values: Record<string, string> }
const FormContext = createContext<FormState>({ intent: '', errors: {}, values: {} })

/** What is known of a field of the form around it: its id, what is wrong with it, and what was typed. */
export function useField(name: string) {
  const { intent, errors, values } = useContext(FormContext)
  return { id: `${intent}-${name}`, error: errors[name], value: values[name] }
}

type ActionFormProps = {
  /** Tells the action which of a page's forms this is. */
  intent: string
  answer: FormAnswer | undefined
  submit: string
  /** What the button says while the form is on its way. */
  pending?: string
  look?: ButtonLook
  hidden?: Record<string, string | undefined>
  action?: string
  className?: string
  children?: ReactNode
}

/** A form that works without JavaScript; with it, what is wrong gets the focus. */
export function ActionForm(props: ActionFormProps) {
  const { intent, answer, submit, pending = 'Sending…', look = 'primary', hidden = {}, children } = props
  const form = useRef<HTMLFormElement>(null)
  const navigation = useNavigation()
  const sending = navigation.formData?.get('intent') === intent
  const own = answer?.intent === intent ? answer : undefined
  const wasSent = useRef(false)

  useEffect(() => {
    if (own) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-form-error]')?.focus()
  }, [own])

  useEffect(() => {
    if (sending) wasSent.current = true
    if (navigation.state !== 'idle' || !wasSent.current) return
    wasSent.current = false
    // What was taken is typed no longer, passwords least of all.
    if (!own) form.current?.reset()
  }, [navigation.state, sending, own])

  return (
    <FormContext.Provider value={{ intent, errors: own?.errors ?? {}, values: own?.values ?? {} }}>
      {/* Another form in the same place takes nothing over that was typed in this one. */}
      <Form
        key={intent}
        method="post"
        action={props.action}
        ref={form}
        className={props.className}
        noValidate
      >
        <input type="hidden" name="intent" value={intent} />
        {Object.entries(hidden).map(
          ([name, value]) =>
            value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {own?.errors.form !== undefined && (
          <div data-form-error tabIndex={-1} className="mb-4 rounded-card">
            <Notice
              tone="bad"
              role="alert"
              title={own.errors.form}
              actions={own.leadsTo && <ButtonLink to={own.leadsTo.to}>{own.leadsTo.label}</ButtonLink>}
            />
          </div>
        )}
        <div className="space-y-5">{children}</div>
        <Button type="submit" look={look} pending={sending} className="mt-6 max-sm:w-full">
          {sending ? pending : submit}
        </Button>
      </Form>
    </FormContext.Provider>
  )
}
