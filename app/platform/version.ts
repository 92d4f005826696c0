import packageFile from '../../package.json' with { type: 'json' }
import type { Env } from './env.ts'

/** Which version of Threadr this process is: as it was deployed under (APP_VERSION), else the package's. */
export const versionOf = ({ appVersion }: Pick<Env, 'appVersion'>): string =>
  appVersion ?? packageFile.version
