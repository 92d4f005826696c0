import { Button } from '@react-email/button'
import { light } from './colours.ts'
import { type } from './type.ts'
import { isWebAddress, Paragraph } from './Words.tsx'

/** The one thing to do. */
export function Action({ label, url }: { label: string; url: string }) {
  if (!isWebAddress(url)) return <Paragraph>{label}</Paragraph>
  return (
    <Button
      href={url}
      className="action"
      style={{
        ...type.action,
        padding: '12px 22px',
        borderRadius: 8,
        backgroundColor: light('accent'),
        color: light('onAccent'),
      }}
    >
      {label}
    </Button>
  )
}
