import { Scripts } from '@remix-run/react'
import { Children, cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'

type Part = ReactElement<{
  rel?: string
  href?: string
  type?: string
  children?: ReactNode
  dangerouslySetInnerHTML?: { __html: string }
}>

/**
 * Remix's scripts, fetched once the page is painted: it can be read, and its forms sent, before they are there, and on a slow
 * line they would take their share of it from the style and the fonts. Remix has no setting for that, so its elements are
 * taken as it makes them. In development they stay as they are: Vite's own script has to be first.
 */
export function PageScripts({ nonce }: { nonce: string | undefined }) {
  const scripts = Scripts({ nonce })
  if (import.meta.env.DEV) return scripts
  const parts = partsOf(scripts)
  const preloads = parts.flatMap(({ props }) => (props.rel === 'modulepreload' && props.href) || [])
  return (
    <>
      {parts
        .filter(({ props }) => props.rel !== 'modulepreload')
        .map((part) => (part.props.type === 'module' ? behindThePaint(part, preloads) : part))}
    </>
  )
}

function partsOf(node: ReactNode): Part[] {
  return Children.toArray(node).flatMap((each) => {
    if (!isValidElement<Part['props']>(each)) return []
    return each.type === Fragment ? partsOf(each.props.children) : [each]
  })
}

function behindThePaint(module: Part, preloads: readonly string[]): Part {
  const imports: { name: string; url: string }[] = []
  const rest = (module.props.dangerouslySetInnerHTML?.__html ?? '').replaceAll(
    /^import \* as (\w+) from (".+");$/gm,
    (_, name: string, url: string) => {
      imports.push({ name, url })
      return ''
    },
  )
  // Not as it was: it is left as it is, which is slower and works.
  if (imports.length === 0) return module
  return cloneElement(module, {
    type: undefined,
    dangerouslySetInnerHTML: { __html: waiting(preloads, imports, rest) },
  })
}

/** A tab that nobody looks at paints nothing, and waits for nothing; nor does any tab for long once its style sheet is there. */
const longestWaitMs = 500

function waiting(
  preloads: readonly string[],
  imports: readonly { name: string; url: string }[],
  rest: string,
): string {
  return `(() => {
let begun = false;
const begin = async () => {
if (begun) return;
begun = true;
for (const href of ${JSON.stringify(preloads)}) {
const link = document.createElement("link");
link.rel = "modulepreload";
link.fetchPriority = "low";
link.href = href;
document.head.append(link);
}
const [${imports.map(({ name }) => name).join(', ')}] = await Promise.all([${imports.map(({ url }) => `import(${url})`).join(', ')}]);
${rest}
};
if (document.hidden) begin();
else new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
addEventListener("load", () => setTimeout(begin, ${longestWaitMs}));
})();`
}
