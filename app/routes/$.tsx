/** Every address that no other route has: the page for it is ours, not the framework's words. */
export function loader(): never {
  throw new Response(null, { status: 404 })
}

export function action(): never {
  return loader()
}

export default function NothingHere() {
  return null
}
