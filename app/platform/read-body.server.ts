/**
 * The text of a request's body; null where it has more than `mostBytes`, whatever length the request claims. What is beyond
 * them is read and dropped (the server takes 12 MB of anything), as who still sends can't hear an answer.
 */
export async function readBody(request: Request, mostBytes: number): Promise<string | null> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) break
    bytes += value.byteLength
    if (bytes <= mostBytes) text += decoder.decode(value, { stream: true })
  }
  return bytes > mostBytes ? null : text + decoder.decode()
}
