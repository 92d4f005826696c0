import { type ActionFunctionArgs, redirect, replace } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/platform/read-form.server.ts'
import { themeCookie, themes } from '#app/ui/theme-cookie.server.ts'

const choiceSchema = z.object({
  theme: z.enum(themes),
  // One slash and then neither a slash nor a backslash: browsers take "//host" and "/\host" for another site.
  returnTo: z
    .string()
    .max(2000)
    .regex(/^\/(?![/\\])[^\s\\]*$/)
    .catch('/'),
})

/** Keeps the choice of theme and goes back to where it was made. An unknown theme changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const choice = choiceSchema.safeParse({ theme: form.get('theme'), returnTo: form.get('returnTo') })
  if (!choice.success) return redirect('/')
  // Behind a proxy that ends TLS the request itself doesn't say so.
  const secure = context.env.mode === 'production'
  return replace(choice.data.returnTo, {
    headers: { 'Set-Cookie': await themeCookie(choice.data.theme, secure) },
  })
}

export function loader() {
  return redirect('/')
}
