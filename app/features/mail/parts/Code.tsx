import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { light } from './colours.ts'
import { type } from './type.ts'

/** To type in, or to copy in one piece. */
export function Code({ children }: { children: string }) {
  return (
    <Section
      className="surface"
      style={{
        width: 'auto',
        margin: 0,
        backgroundColor: light('surface'),
        border: `1px solid ${light('hairline')}`,
        borderRadius: 10,
        borderCollapse: 'separate',
      }}
      align="left"
    >
      <Text
        className="ink"
        style={{ ...type.code, margin: 0, padding: '10px 14px 10px 20px', color: light('ink') }}
      >
        {children}
      </Text>
    </Section>
  )
}
