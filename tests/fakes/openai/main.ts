import { parseArgs } from 'node:util'
import { behaviourNames } from './behaviours.ts'
import { startFakeOpenAi } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    key: { type: 'string', default: 'sk-fake' },
    /** Only looked at: requests choose by their model's name. */
    behaviour: { type: 'string' },
  },
})
if (values.behaviour !== undefined && !behaviourNames.includes(values.behaviour)) {
  console.error(
    `The fake model knows no behaviour “${values.behaviour}”: choose one of ${behaviourNames.join(', ')}.`,
  )
  process.exit(2)
}

const fake = await startFakeOpenAi({ port: Number(values.port), apiKey: values.key })
const leave = async () => {
  await fake.close()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, leave)
// Whoever started it has died.
process.once('disconnect', leave)

console.info(`Fake OpenAI on ${fake.url}, key ${fake.apiKey}`)
console.info(`Models that misbehave: ${behaviourNames.map((name) => `fake:${name}`).join(', ')}`)
process.send?.('ready')
