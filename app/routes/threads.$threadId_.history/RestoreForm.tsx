import { Form, useNavigation } from '@remix-run/react'
import { Button, type ButtonLook } from '#app/ui/Button.tsx'

type RestoreFormProps = {
  /** The thread's version as this page knows it. */
  version: number
  /** The one to be put back. */
  revision: number
  label: string
  look?: ButtonLook
}

/** Puts a version back by one button. */
export function RestoreForm({ version, revision, label, look = 'plain' }: RestoreFormProps) {
  const { formData } = useNavigation()
  const sending = formData?.get('intent') === 'restore' && formData.get('revision') === String(revision)
  return (
    <Form method="post" className="max-sm:flex-1">
      <input type="hidden" name="intent" value="restore" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="revision" value={revision} />
      <Button type="submit" look={look} pending={sending} className="max-sm:w-full">
        {sending ? 'Putting it back…' : label}
      </Button>
    </Form>
  )
}
