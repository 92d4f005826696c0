import pg from 'pg'
import { inject } from 'vitest'

/** Runs one statement on the test server, as its owner: making and dropping the databases of tests. */
export async function onTestServer(statement: string): Promise<void> {
  const client = new pg.Client({
    connectionString: inject('testServer').ownerUrl.replace('DATABASE', 'postgres'),
  })
  await client.connect()
  await client.query(statement)
  await client.end()
}
