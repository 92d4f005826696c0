import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { storageFolder } from './storage-folder.ts'

test('files are kept in the data folder unless the environment says where', () => {
  expect(storageFolder({ THREADR_DATA: '/srv/threadr' })).toEqual({ STORAGE_FOLDER: '/srv/threadr/uploads' })
  expect(storageFolder({ THREADR_DATA: 'data', S3_BUCKET: ' ' })).toEqual({
    STORAGE_FOLDER: resolve('data/uploads'),
  })
  expect(storageFolder({ STORAGE_FOLDER: '/srv/files' })).toEqual({})
  expect(storageFolder({ S3_BUCKET: 'files' })).toEqual({})
  // Half a setting is for the environment to refuse, not to be covered up.
  expect(storageFolder({ S3_REGION: 'eu-central-1' })).toEqual({})
  expect(storageFolder({ THREADR_ENV: 'production' })).toEqual({})
})
