import type { ReactElement } from 'react'
import { createElement as h } from 'react'
import { type Card, cardColours, cardSize } from './card.ts'
import { fontFamily } from './fonts.server.ts'

const edge = 72
/** Between the edge and the text runs the thread. */
const lineGap = 48
const footHeight = 36
const footGap = 40

/** The room for a card's text, in pixels. */
export const textRoom = {
  width: cardSize.width - 2 * edge - lineGap,
  height: cardSize.height - 2 * edge - footHeight - footGap,
}

/** From a line that fills the card to one that can still be read in a timeline on a phone. In pixels. */
export const textSizes = [76, 64, 54, 46, 40, 35, 31, 28] as const

/** In ems. */
export const lineHeight = 1.28

export const textBlock = (text: string, fontSize: number): ReactElement =>
  h(
    'div',
    {
      style: {
        display: 'flex',
        width: textRoom.width,
        fontFamily: fontFamily.serif,
        fontSize,
        lineHeight,
        letterSpacing: fontSize > 50 ? '-0.012em' : '0',
        whiteSpace: 'pre-wrap',
        wordBreak: 'break-word',
      },
    },
    text,
  )

/** A tweet on paper, hung on the thread, with where it comes from and its place at the foot. */
export function cardLayout({ from, place, look }: Card, block: ReactElement): ReactElement {
  const { paper, ink, muted, thread } = cardColours[look]
  const foot = { display: 'flex', fontFamily: fontFamily.sans, fontSize: 25, color: muted }
  return h(
    'div',
    {
      style: {
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: cardSize.width,
        height: cardSize.height,
        boxSizing: 'border-box',
        padding: edge,
        paddingLeft: edge + lineGap,
        background: paper,
        color: ink,
      },
    },
    h('div', {
      style: { position: 'absolute', left: edge, top: 0, width: 4, height: '100%', background: thread },
    }),
    h('div', {
      style: {
        position: 'absolute',
        left: edge - 9,
        top: edge + 16,
        boxSizing: 'border-box',
        width: 22,
        height: 22,
        borderRadius: 11,
        border: `4px solid ${thread}`,
        background: paper,
      },
    }),
    h('div', { style: { display: 'flex', height: textRoom.height } }, block),
    h(
      'div',
      { style: { ...foot, height: footHeight, justifyContent: 'space-between', alignItems: 'flex-end' } },
      h('div', { style: { display: 'flex' } }, from ?? 'Threadr'),
      h('div', { style: { display: 'flex' } }, place ?? (from === null ? '' : 'Threadr')),
    ),
  )
}
