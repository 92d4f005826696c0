import { TextLink } from './TextLink.tsx'

export type Up = { to: string; label: string }

/** Above a page's name: the page that it belongs to. */
export function UpLink({ to, label }: Up) {
  return (
    <p className="mb-2 text-[0.9375rem]">
      <TextLink to={to}>{label}</TextLink>
    </p>
  )
}
