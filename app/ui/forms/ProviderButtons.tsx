import { Form, useNavigation } from '@remix-run/react'
import { Button } from '../Button.tsx'
import { ProviderMark } from './ProviderMark.tsx'

type ProviderButtonsProps = {
  /** Where a provider's form is sent, and the provider's name in words. */
  providers: { name: 'github' | 'google'; title: string; action: string }[]
  /** The page to go to afterwards. */
  next: string
}

/** The ways in through others, and the word that leads from them to a form; nothing where there are none. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  const navigation = useNavigation()
  if (providers.length === 0) return null
  return (
    <div className="mb-7">
      <div className="space-y-3">
        {providers.map(({ name, title, action }) => (
          <Form key={name} method="post" action={action}>
            <input type="hidden" name="next" value={next} />
            <Button type="submit" look="plain" className="w-full" pending={navigation.formAction === action}>
              <ProviderMark name={name} />
              Continue with {title}
            </Button>
          </Form>
        ))}
      </div>
      <p className="mt-7 flex items-center gap-4 text-sm text-muted before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        or with your address
      </p>
    </div>
  )
}
