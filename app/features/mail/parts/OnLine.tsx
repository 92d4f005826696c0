import { Column } from '@react-email/column'
import { Row } from '@react-email/row'
import type { ReactNode } from 'react'
import { light, lineThrough } from './colours.ts'

/** From the line's left edge to the words. */
const indent = 28
const lineLeft = 5
const lineWidth = 2
const knotSize = 12

type Part = {
  children?: ReactNode
  /** Beneath the words. */
  space?: number
}

/** Words that the line runs past. Rows stand one on the other without a gap, so that it is one line. */
export function Beside({ children, space = 0 }: Part) {
  return (
    <Row>
      <Column width={lineLeft} style={{ width: lineLeft, fontSize: 0 }} />
      <Column
        className="line"
        style={{
          borderLeft: `${lineWidth}px solid ${light('thread')}`,
          padding: `0 0 ${space}px ${indent - lineLeft - lineWidth}px`,
        }}
      >
        {children}
      </Column>
    </Row>
  )
}

/**
 * Words that the line ties. `drop` is how far down from the row's top the knot sits, `line` whether the line comes from
 * above, goes on below, or both.
 */
export function Tied({
  children,
  space = 0,
  drop,
  line,
}: Part & { drop: number; line: 'from' | 'on' | 'to' }) {
  const middle = drop + knotSize / 2
  return (
    <Row>
      <Column
        className="through"
        width={knotSize}
        style={{
          width: knotSize,
          padding: `${drop}px 0 0`,
          verticalAlign: 'top',
          backgroundImage: lineThrough(light('thread')),
          backgroundRepeat: 'no-repeat',
          backgroundPosition: line === 'from' ? `${lineLeft}px ${middle}px` : `${lineLeft}px 0`,
          backgroundSize: line === 'to' ? `${lineWidth}px ${middle}px` : `${lineWidth}px 100%`,
        }}
      >
        <Knot isRing={line === 'on'} />
      </Column>
      <Column style={{ padding: `0 0 ${space}px ${indent - knotSize}px`, verticalAlign: 'top' }}>
        {children}
      </Column>
    </Row>
  )
}

/** Filled where the line begins and ends; a ring where it goes on, as beside a tweet. */
function Knot({ isRing }: { isRing: boolean }) {
  const edge = isRing ? lineWidth : 0
  return (
    <div
      className={isRing ? 'ring' : 'knot'}
      style={{
        width: knotSize - 2 * edge,
        height: knotSize - 2 * edge,
        border: isRing ? `${edge}px solid ${light('thread')}` : undefined,
        borderRadius: knotSize,
        backgroundColor: light(isRing ? 'paper' : 'thread'),
        fontSize: 0,
        lineHeight: `${knotSize - 2 * edge}px`,
      }}
    >
      {'\u00a0'}
    </div>
  )
}

/** Words after the line's end, under those beside it. */
export function Below({ children, space = 0 }: Part) {
  return (
    <Row>
      <Column style={{ padding: `0 0 ${space}px ${indent}px` }}>{children}</Column>
    </Row>
  )
}
