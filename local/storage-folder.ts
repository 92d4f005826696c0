import { join } from 'node:path'
import { storageVariableNames } from '#app/platform/storage-settings.ts'
import { dataFolder } from './data-folder.ts'

/**
 * The variable that gives web, worker and commands one folder for files, in the data folder. None where the environment
 * says itself where files are kept, or where it is production, which has to.
 */
export function storageFolder(variables: Record<string, string | undefined>): { STORAGE_FOLDER?: string } {
  const isSaid = storageVariableNames.some((name) => (variables[name] ?? '').trim() !== '')
  if (isSaid || variables.THREADR_ENV === 'production') return {}
  return { STORAGE_FOLDER: join(dataFolder(variables), 'uploads') }
}
