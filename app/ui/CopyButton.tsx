import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonLook } from './Button.tsx'

/** `text` may be asked for when it is copied, where it is still being typed. */
type CopyButtonProps = { text: string | (() => string); label: string; look?: ButtonLook; iconOnly?: boolean }

const shownFor = 2000

/** Copies a text and says so. Not offered without JavaScript, where it could do nothing. */
export function CopyButton({ text, label, look = 'quiet', iconOnly = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none')
  useEffect(() => {
    if (outcome === 'none') return
    const timer = setTimeout(() => setOutcome('none'), shownFor)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text())
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }

  const Icon = outcome === 'copied' ? Check : Copy
  return (
    <span className="needs-script inline-flex items-center">
      <Button
        look={look}
        onClick={copy}
        aria-label={iconOnly ? label : undefined}
        className={iconOnly ? 'min-w-11 lg:min-w-10' : ''}
      >
        <Icon aria-hidden className="size-4" />
        {!iconOnly && (outcome === 'copied' ? 'Copied' : label)}
      </Button>
      <span role="status" className="sr-only">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser refused to copy. Select the text and copy it by hand.'}
      </span>
      {outcome === 'refused' && (
        <span aria-hidden className="text-sm text-bad">
          Copy refused: select the text instead
        </span>
      )}
    </span>
  )
}
