import { describe, expect, test } from 'vitest'
import { EnvError, readEnv } from './env.ts'

const local = {
  DATABASE_URL: 'postgres://localhost/threadr',
  SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
}
const production = { ...local, THREADR_ENV: 'production', APP_URL: 'https://threadr.example/' }
const s3 = {
  S3_BUCKET: 'threadr-files',
  S3_REGION: 'eu-central-1',
  S3_ACCESS_KEY_ID: 'AKID',
  S3_SECRET_ACCESS_KEY: 'the/secret+of=it',
}
const storageOf = (variables: Record<string, string>) => readEnv({ ...local, ...variables }).storage

describe('where files are kept', () => {
  test('is a folder, or a bucket of AWS by its own host name', () => {
    expect(storageOf({ STORAGE_FOLDER: '/srv/files' })).toEqual({ kind: 'folder', folder: '/srv/files' })
    expect(storageOf(s3)).toEqual({
      kind: 's3',
      bucket: 'threadr-files',
      region: 'eu-central-1',
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
      accessKeyId: 'AKID',
      secretAccessKey: 'the/secret+of=it',
      pathStyle: false,
    })
  })

  test('is a bucket of another service, by path and without a region unless said otherwise', () => {
    const endpoint = { ...s3, S3_REGION: '', S3_ENDPOINT: 'http://minio.internal:9000/' }
    expect(storageOf(endpoint)).toMatchObject({
      endpoint: 'http://minio.internal:9000',
      region: 'us-east-1',
      pathStyle: true,
    })
    expect(storageOf({ ...endpoint, S3_FORCE_PATH_STYLE: '0' })).toMatchObject({ pathStyle: false })
    expect(storageOf({ ...s3, S3_FORCE_PATH_STYLE: '1' })).toMatchObject({ pathStyle: true })
    expect(storageOf({ ...s3, S3_BUCKET: 'files.threadr.example' })).toMatchObject({ pathStyle: true })
  })

  test.each<[Record<string, string>, string]>([
    [{}, 'STORAGE_FOLDER is not set'],
    [{ STORAGE_FOLDER: ' ' }, 'STORAGE_FOLDER is not set'],
    [{ STORAGE_FOLDER: 'files' }, 'STORAGE_FOLDER has to be a whole path'],
    [{ STORAGE_FOLDER: '/srv/files', ...s3 }, 'STORAGE_FOLDER is set beside S3_BUCKET'],
    [{ STORAGE_FOLDER: '/srv/files', S3_ACCESS_KEY_ID: 'AKID' }, 'set beside S3_ACCESS_KEY_ID'],
    [{ ...s3, S3_BUCKET: '' }, 'S3_BUCKET is not set'],
    [{ ...s3, S3_REGION: '' }, 'S3_REGION is not set'],
    [{ ...s3, S3_ACCESS_KEY_ID: '' }, 'S3_ACCESS_KEY_ID is not set'],
    [{ ...s3, S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY is not set'],
    [{ S3_FORCE_PATH_STYLE: '1' }, 'S3_BUCKET is not set, and S3_FORCE_PATH_STYLE needs it'],
    [{ ...s3, S3_FORCE_PATH_STYLE: 'yes' }, 'S3_FORCE_PATH_STYLE has to be 0 or 1'],
    [{ ...s3, S3_BUCKET: 'Threadr Files' }, 'S3_BUCKET has to be'],
    [{ ...s3, S3_REGION: 'Frankfurt' }, 'S3_REGION has to be a region'],
    [{ ...s3, S3_ENDPOINT: 'minio:9000' }, 'S3_ENDPOINT has to be an address'],
    [{ ...s3, S3_ENDPOINT: 'https://me:pw@minio' }, 'S3_ENDPOINT has to be an address without a name'],
    [
      { ...s3, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_FORCE_PATH_STYLE: '0' },
      'S3_FORCE_PATH_STYLE has to be 1',
    ],
    [
      { ...s3, S3_ENDPOINT: 'http://[::1]:9000', S3_FORCE_PATH_STYLE: '0' },
      'S3_FORCE_PATH_STYLE has to be 1',
    ],
  ])('is refused as %o in a sentence that names the variable', (wrong, sentence) => {
    for (const base of [local, production]) {
      expect(() => readEnv({ ...base, ...wrong })).toThrow(EnvError)
      expect(() => readEnv({ ...base, ...wrong })).toThrow(sentence)
      expect(() => readEnv({ ...base, ...wrong })).not.toThrow(s3.S3_SECRET_ACCESS_KEY)
    }
  })
})
