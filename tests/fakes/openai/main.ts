import { parseArgs } from 'node:util'
import { behaviourNames } from './behaviours.ts'
import { startFakeOpenAi } from './server.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4010' }, key: { type: 'string', default: 'sk-fake' } },
})

const fake = await startFakeOpenAi({ port: Number(values.port), apiKey: values.key })
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await fake.close()
    process.exit(0)
  })
}

console.info(`Fake OpenAI on ${fake.url}, key ${fake.apiKey}`)
console.info(`Models that misbehave: ${behaviourNames.map((name) => `fake:${name}`).join(', ')}`)
