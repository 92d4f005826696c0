import { Form, useNavigation } from '@remix-run/react'
import { Button, type ButtonLook } from '#app/ui/Button.tsx'

type DeedButtonProps = {
  intent: string
  label: string
  /** Tells it apart from its like, for those who hear the page. */
  about: string
  fields: Record<string, string | number>
  look?: ButtonLook
}

/** A form that is one button; the page stays where it is. */
export function DeedButton({ intent, label, about, fields, look = 'plain' }: DeedButtonProps) {
  const { formData } = useNavigation()
  const sending =
    formData?.get('intent') === intent &&
    Object.entries(fields).every(([name, value]) => formData.get(name) === String(value))
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" look={look} pending={sending}>
        {label}
        <span className="sr-only">, {about}</span>
      </Button>
    </Form>
  )
}
