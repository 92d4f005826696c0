import type { SystemUser } from './unprivileged-user.ts'

export type Cluster = {
  /** The folder with PostgreSQL's files. */
  folder: string
  /** The folder with `bin/postgres`. */
  binaries: string
  user: SystemUser | null
  ownerPassword: string
  /** False for tests only: nothing then survives a power cut. */
  durable: boolean
}

/** What PostgreSQL's programs run with: messages in English, which are read here. */
export const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' }

/** The superuser that initdb makes; it owns the schema. */
export const owner = 'threadr'

export const clusterUrl = (port: number, user: string, password: string, database: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`

/** The address of a database in the cluster, as its owner. */
export const ownerUrl = (cluster: Cluster, port: number, database: string) =>
  clusterUrl(port, owner, cluster.ownerPassword, database)
