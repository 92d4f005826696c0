import { buffer } from 'node:stream/consumers'

/** All of standard input. */
export const readStandardInput = (): Promise<Uint8Array> => buffer(process.stdin)

/** Writes to standard output and waits until it is taken, so that a pipe gets all of it before the process exits. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}
