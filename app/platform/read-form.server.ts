/** Reads the form of a request; throws a 400 response where its body is no form, or was cut on its way. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response('The form could not be read: go back and send it again.', { status: 400 })
  }
}
