import { closeServer, listen } from '#app/platform/listen.server.ts'
import type { Monitoring } from '#app/platform/monitoring/monitoring.ts'

/** Answers probes and who reads the metrics at a port of its own, and nothing else there. Gives how to stop. */
export async function answerProbes(
  monitoring: Monitoring,
  where: { port: number; host: string },
): Promise<() => Promise<void>> {
  const server = await listen(
    (request, response) => {
      if (!monitoring.answer(request, response)) response.writeHead(404).end()
    },
    { ...where, setting: 'MONITORING_PORT' },
  )
  return () => closeServer(server)
}
