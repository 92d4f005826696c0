/** Nearer to the window's edge than this the page scrolls along, in pixels. */
const edge = 72
const fastest = 14

/**
 * Lets an item of a list follow the pointer until it is let go, and shows where it would stand then. `drop` gets its
 * place counted from 0 in the new order; nothing happens where it is let go at its own place, or left with Escape.
 */
export function dragItem(start: PointerEvent, item: HTMLElement, drop: (to: number) => void): void {
  const list = item.parentElement
  if (!list || start.button !== 0) return
  const others = [...list.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one !== item,
  )
  const own = [...list.children].indexOf(item)
  const startTop = item.getBoundingClientRect().top
  const grip = start.clientY - startTop
  let y = start.clientY
  let place = own
  let frame = 0
  const ending = new AbortController()
  const { signal } = ending

  function follow() {
    frame = 0
    const speed = y < edge ? y - edge : y > innerHeight - edge ? y - innerHeight + edge : 0
    if (speed !== 0) scrollBy(0, (Math.max(-edge, Math.min(edge, speed)) / edge) * fastest)
    item.style.transform = ''
    const rest = item.getBoundingClientRect().top
    item.style.transform = `translateY(${Math.round(y - grip - rest)}px)`
    place = others.filter((other) => middleOf(other) < y).length
    mark()
    if (speed !== 0) schedule()
  }
  function mark() {
    for (const other of others) delete other.dataset.drop
    if (place === own) return
    const [before, after] = [others[place], others[place - 1]]
    if (before) before.dataset.drop = 'before'
    else if (after) after.dataset.drop = 'after'
  }
  const schedule = () => {
    frame ||= requestAnimationFrame(follow)
  }
  function end(isDropped: boolean) {
    ending.abort()
    cancelAnimationFrame(frame)
    for (const other of others) delete other.dataset.drop
    delete item.dataset.dragged
    item.style.transform = ''
    if (isDropped && place !== own) drop(place)
  }

  item.dataset.dragged = ''
  addEventListener(
    'pointermove',
    ({ clientY }) => {
      y = clientY
      schedule()
    },
    { signal },
  )
  addEventListener('pointerup', () => end(true), { signal })
  addEventListener('pointercancel', () => end(false), { signal })
  addEventListener('keydown', (event) => event.key === 'Escape' && end(false), { signal })
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}
