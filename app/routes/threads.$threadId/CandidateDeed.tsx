import { useFetcher } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import type { ChangeAnswer } from './change-tweet.server.ts'
import { useAfterSave } from './editor/after-save.ts'

type CandidateDeedProps = {
  intent: 'take' | 'take-all' | 'leave'
  label: string
  fields: Record<string, string | number>
}

/** Takes or leaves what was suggested; why it can't be is told beside the button. */
export function CandidateDeed({ intent, label, fields }: CandidateDeedProps) {
  const fetcher = useFetcher<ChangeAnswer>()
  const afterSave = useAfterSave(fetcher.submit)
  return (
    <fetcher.Form method="post" onSubmit={afterSave}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        type="submit"
        name="intent"
        value={intent}
        look={intent === 'leave' ? 'quiet' : 'plain'}
        pending={fetcher.state !== 'idle'}
      >
        {label}
      </Button>
      {fetcher.data?.error && (
        <p role="alert" className="mt-1 text-sm font-medium text-bad">
          {fetcher.data.error}
        </p>
      )}
    </fetcher.Form>
  )
}
