import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { Button, type ButtonLook } from '#app/ui/Button.tsx'
import { useAfterSave } from './editor/after-save.ts'

type IntentButtonProps = {
  intent: 'cancel' | 'retry' | 'continue' | 'rewrite' | 'rewrite-with-model' | 'retry-builtin'
  label: string
  busy: string
  look: ButtonLook
}

/** A button that asks the thread's page to do one thing. */
export function IntentButton({ intent, label, busy, look }: IntentButtonProps) {
  const navigation = useNavigation()
  const afterSave = useAfterSave(useSubmit())
  const pending = navigation.formData?.get('intent') === intent
  return (
    <Form method="post" onSubmit={afterSave}>
      <Button type="submit" name="intent" value={intent} look={look} pending={pending}>
        {pending ? busy : label}
      </Button>
    </Form>
  )
}
