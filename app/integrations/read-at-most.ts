/** Reads until the end or the limit, whichever comes first; leaving early closes the connection. */
export async function readAtMost(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const chunks: Uint8Array[] = []
  let total = 0
  let isWhole = true
  for await (const chunk of body) {
    if (total + chunk.byteLength > maxBytes) {
      isWhole = false
      break
    }
    total += chunk.byteLength
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return { bytes, isWhole }
}
