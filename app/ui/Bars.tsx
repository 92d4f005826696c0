const lowest = 72
const step = 20
const gap = 4

type Bar = {
  key: string
  /** 0 or more. */
  value: number
  /** What it says, whole: for who points at it, and for who hears it. */
  words: string
  /** One that stands out; said in its words too, since colour alone says nothing to some. */
  isMarked?: boolean
}

/**
 * A plot of bars beside one another, the highest as high as the plot; bars that stand for something are read out as a list,
 * unless a table beside the plot says all of it.
 */
export function Bars({
  bars,
  caption,
  isHidden = false,
}: {
  bars: readonly Bar[]
  caption: string
  isHidden?: boolean
}) {
  // Many bars are narrow, and would be as low as they are narrow.
  const height = Math.max(lowest, bars.length > 40 ? bars.length * 4 : 0)
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure>
      <svg
        aria-hidden
        viewBox={`0 0 ${bars.length * step} ${height + 4}`}
        className="h-auto max-h-40 w-full max-w-2xl"
      >
        {bars.map(({ key, value, words, isMarked }, index) => {
          const tall = Math.max(2, Math.round((value / most) * height))
          return (
            <rect
              key={key}
              x={index * step}
              y={height - tall}
              width={step - gap}
              height={tall}
              rx="2"
              className={isMarked ? 'fill-ink' : value > 0 ? 'fill-thread' : 'fill-hairline'}
            >
              <title>{words}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption className="mt-2 text-sm text-muted tabular-nums">{caption}</figcaption>
      {!isHidden && (
        <ul className="sr-only">
          {bars
            .filter(({ value }) => value > 0)
            .map(({ key, words }) => (
              <li key={key}>{words}</li>
            ))}
        </ul>
      )}
    </figure>
  )
}
