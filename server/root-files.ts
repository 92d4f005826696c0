import { readdirSync } from 'node:fs'
import express, { type RequestHandler } from 'express'

/**
 * Serves the files of a folder that were there at the start, and leaves every other address alone at once: to look on the
 * disk for what isn't there, as express.static does, would cost each page and poll more than reading who asks.
 */
export function rootFiles(folder: string): RequestHandler {
  const serve = express.static(folder, { maxAge: '1h', index: false })
  const known = new Set(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [`/${entry.name}`] : [],
    ),
  )
  return (request, response, next) => (known.has(request.path) ? serve(request, response, next) : next())
}
