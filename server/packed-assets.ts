import { readdirSync } from 'node:fs'
import express, { type RequestHandler } from 'express'

const packed = '.br'

/**
 * Serves the built files of a folder, which carry their hash in their name and so never change: as the build has packed
 * them (vite.config.ts) to browsers that take that, else as they are.
 */
export function packedAssets(folder: string): RequestHandler {
  const known = new Set(readdirSync(folder).filter((name) => name.endsWith(packed)))
  const serve = express.static(folder, { immutable: true, maxAge: '1y', index: false })
  return (request, response, next) => {
    const name = request.path.slice(1)
    if (!known.has(name + packed)) return serve(request, response, next)
    response.vary('Accept-Encoding')
    if (request.acceptsEncodings('br') !== 'br') return serve(request, response, next)
    response.type(name)
    response.set('Content-Encoding', 'br')
    request.url = request.url.replace(name, name + packed)
    serve(request, response, next)
  }
}
