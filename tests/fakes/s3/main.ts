import { parseArgs } from 'node:util'
import { startFakeS3 } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4020' },
    bucket: { type: 'string', default: 'threadr' },
    'key-id': { type: 'string', default: 'fake-key-id' },
    secret: { type: 'string', default: 'fake-secret-access-key' },
  },
})

const fake = await startFakeS3({
  port: Number(values.port),
  bucket: values.bucket,
  accessKeyId: values['key-id'],
  secretAccessKey: values.secret,
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await fake.close()
    process.exit(0)
  })
}

console.info(`Fake S3 on ${fake.url}, in memory. To use it:`)
console.info(
  `S3_ENDPOINT=${fake.url} S3_BUCKET=${fake.bucket} S3_ACCESS_KEY_ID=${fake.accessKeyId} S3_SECRET_ACCESS_KEY=${fake.secretAccessKey}`,
)
