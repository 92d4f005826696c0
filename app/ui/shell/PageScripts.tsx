import { Scripts } from '@remix-run/react'
import { Children, cloneElement, Fragment, isValidElement, type ReactNode } from 'react'

/**
 * Remix's scripts, fetched behind what a page is painted with: it can be read, and its forms sent, before they are there.
 * Remix has no setting for that, so its elements are taken as it makes them.
 */
export function PageScripts({ nonce }: { nonce: string | undefined }) {
  return behindThePaint(Scripts({ nonce }))
}

function behindThePaint(node: ReactNode): ReactNode {
  if (!isValidElement<Record<string, ReactNode>>(node)) return node
  const { rel, children } = node.props
  if (node.type === Fragment) return <>{Children.map(children, behindThePaint)}</>
  // In lower case, as HTML has it: this React knows no name of its own for it.
  return rel === 'modulepreload' ? cloneElement(node, { fetchpriority: 'low' }) : node
}
