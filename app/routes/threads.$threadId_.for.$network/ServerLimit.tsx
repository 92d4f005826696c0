import { Form, useNavigation } from '@remix-run/react'
import { rules } from '#app/features/counting/networks.ts'
import { Button } from '#app/ui/Button.tsx'
import { controlClass, Field } from '#app/ui/Field.tsx'
import type { VariantPageProps } from './variant-props.ts'

/** How many characters a post has on one's own server: Mastodon leaves that to each. */
export function ServerLimit({ ownLimit, answer }: Pick<VariantPageProps, 'ownLimit' | 'answer'>) {
  const isSending = useNavigation().formData?.get('intent') === 'limit'
  const refused = answer?.intent === 'limit' ? answer : undefined
  const hint = `Empty, it is ${rules.mastodon.limit}, as on most servers. Yours says it under “About”.`
  return (
    <Form method="post" preventScrollReset noValidate className="mt-5 max-w-sm">
      <input type="hidden" name="intent" value="limit" />
      <Field
        id="server-limit"
        label="Characters a post, on your server"
        hint={hint}
        error={refused?.errors.limit}
      >
        {(attributes) => (
          <div className="flex gap-2">
            <input
              {...attributes}
              name="limit"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={refused?.values.limit ?? ownLimit ?? ''}
              placeholder={String(rules.mastodon.limit)}
              className={`${controlClass} max-w-36 tabular-nums`}
            />
            <Button type="submit" pending={isSending}>
              {isSending ? 'Saving…' : 'Count by it'}
            </Button>
          </div>
        )}
      </Field>
    </Form>
  )
}
