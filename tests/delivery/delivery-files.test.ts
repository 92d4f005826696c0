import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { envFields } from '#app/platform/env.ts'
import { root } from '#local/run-child.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const below = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
const yamlFiles = [
  'deploy/compose.yaml',
  ...below('deploy/kubernetes'),
  ...below('deploy/preview'),
  ...below('.github/workflows'),
].filter((path) => path.endsWith('ml'))

/** The documents of a file; what the parser only warns of counts as wrong too, and so does a key that stands twice. */
function documents(path: string): unknown[] {
  return parseAllDocuments(read(path), { strict: true, uniqueKeys: true, merge: true }).map((document) => {
    if (document.errors.length + document.warnings.length > 0)
      throw new Error(`${path}: ${[...document.errors, ...document.warnings].join('; ')}`)
    return document.toJS()
  })
}

/** Every value below a key of that name, wherever it stands. */
function valuesOf(key: string, within: unknown): unknown[] {
  if (typeof within !== 'object' || within === null) return []
  return Object.entries(within).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(key, value),
  ])
}
const all = yamlFiles.flatMap((path) => documents(path).map((document) => ({ path, document })))
const allBelow = (key: string) => all.flatMap(({ document }) => valuesOf(key, document))

/** Beside Threadr's own: what compose and the migration read. */
const otherNames = new Set(['DATABASE_APP_ROLE', 'NODE_ENV'])
const names = (values: unknown[]) =>
  values.flatMap((value) => Object.keys(z.record(z.string(), z.unknown()).safeParse(value).data ?? {}))

describe('the files that bring Threadr out', () => {
  test.each(yamlFiles)('%s can be read', (path) => {
    expect(documents(path).length).toBeGreaterThan(0)
  })

  test('every process is started by a file that the image holds', () => {
    const commands = allBelow('command').map((command) => z.array(z.coerce.string()).parse(command))
    const started = commands.filter(([program]) => program === 'node').map(([, file]) => file)
    expect(new Set(started)).toEqual(
      new Set(['build/server/web.js', 'build/server/worker.js', 'prisma/migrate.ts']),
    )
    const image =
      /^FROM[^\n]*\n(?:(?!^FROM)[\s\S])*$/m.exec(
        read('Dockerfile').slice(read('Dockerfile').lastIndexOf('FROM')),
      )?.[0] ?? ''
    for (const folder of ['build', 'prisma', 'app', 'jobs', 'local', 'node_modules'])
      expect(image).toContain(`/threadr/${folder} ${folder}\n`)
    expect(image).toMatch(/^USER node$/m)
    expect(image).toContain('CMD ["node", "build/server/web.js"]')
    // What is started by npm is the same.
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')))
    expect([scripts.web, scripts.worker, scripts.migrate]).toEqual([
      'exec node build/server/web.js',
      'exec node build/server/worker.js',
      'node prisma/migrate.ts',
    ])
  })

  test('the workflows run scripts that there are, and workflows that there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')))
    const run = allBelow('run').map(String).join('\n')
    const asked = [...run.matchAll(/npm (?:run )?(?:-s )?([a-z:]+)/g)].map(([, name = '']) => name)
    const ownWords = new Set(['ci', 'audit'])
    expect(asked.filter((name) => !ownWords.has(name) && !(name in scripts))).toEqual([])
    expect(asked).toContain('test')
    const used = allBelow('uses').map(String)
    for (const file of used.filter((name) => name.startsWith('./')))
      expect(existsSync(join(root, file))).toBe(true)
    for (const path of run.match(/\bdeploy\/[a-z./-]+/g) ?? [])
      expect(existsSync(join(root, path))).toBe(true)
  })

  test('every setting is one that Threadr reads', () => {
    const given = [
      ...names(allBelow('environment')),
      ...names(allBelow('data')),
      ...namedOf(allBelow('env')),
    ].filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name))
    const isOfServer = (name: string) => name.startsWith('POSTGRES_')
    const ofWorkflow = new Set(['NAMESPACE', 'IMAGE', 'KUBECONFIG_TEXT', 'DIRECTORY'])
    const unknown = given.filter(
      (name) => !(name in envFields) && !otherNames.has(name) && !isOfServer(name) && !ofWorkflow.has(name),
    )
    expect(unknown).toEqual([])
    expect(given).toContain('TRUSTED_PROXIES')
    const ofImage = [...read('Dockerfile').matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) =>
      line.split(' ').map((pair) => pair.split('=')[0] ?? ''),
    )
    expect(ofImage.filter((name) => !(name in envFields) && !otherNames.has(name))).toEqual([])
  })

  test('whether a process lives is asked at /healthz, whether it is ready at /readyz', () => {
    const paths = (key: string) =>
      allBelow(key).map(
        (probe) => z.object({ httpGet: z.object({ path: z.string() }) }).parse(probe).httpGet.path,
      )
    expect([...paths('livenessProbe'), ...paths('startupProbe')]).toEqual(['/healthz', '/healthz'])
    expect(paths('readinessProbe')).toEqual(['/readyz'])
    const compose = z
      .object({
        services: z.record(
          z.string(),
          z.object({ healthcheck: z.object({ test: z.array(z.string()) }).optional() }),
        ),
      })
      .parse(documents('deploy/compose.yaml')[0])
    for (const name of ['web-1', 'web-2'])
      expect(compose.services[name]?.healthcheck?.test.join(' ')).toContain('/readyz')
  })

  test('there are two of each process, of which one is always left', () => {
    const deployment = z.object({
      kind: z.literal('Deployment'),
      metadata: z.object({ name: z.string() }),
      spec: z.object({
        replicas: z.number(),
        strategy: z.object({ rollingUpdate: z.object({ maxUnavailable: z.number() }) }),
      }),
    })
    const found = all.flatMap(({ document }) => deployment.safeParse(document).data ?? [])
    expect(
      found.map(({ metadata, spec }) => [
        metadata.name,
        spec.replicas,
        spec.strategy.rollingUpdate.maxUnavailable,
      ]),
    ).toEqual([
      ['web', 2, 0],
      ['worker', 2, 0],
    ])
    const budgets = all.filter(
      ({ document }) => z.object({ kind: z.literal('PodDisruptionBudget') }).safeParse(document).success,
    )
    expect(budgets).toHaveLength(2)
    const nginx = read('deploy/nginx/upstream.conf')
    expect(nginx).toContain('server web-1:3000')
    expect(nginx).toContain('server web-2:3000')
  })

  test('no container may be root, or write where its program lies', () => {
    for (const context of allBelow('securityContext').map((value) =>
      z.record(z.string(), z.unknown()).parse(value),
    ))
      expect(
        context.runAsNonRoot === true ||
          (context.readOnlyRootFilesystem === true && context.allowPrivilegeEscalation === false),
      ).toBe(true)
    expect(allBelow('securityContext')).toHaveLength(6)
  })

  test('no workflow may do more than it says, and what others wrote is nowhere part of a command', () => {
    for (const path of below('.github/workflows')) {
      const [workflow] = documents(path)
      expect(z.object({ permissions: z.record(z.string(), z.string()) }).safeParse(workflow).success).toBe(
        true,
      )
      for (const command of valuesOf('run', workflow)) expect(String(command)).not.toContain('${{')
      expect(valuesOf('pull_request_target', workflow)).toEqual([])
    }
  })

  test('nothing secret goes into the image: what is not named is left out', () => {
    const lines = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines[0]).toBe('*')
    const named = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(named.some((path) => path.startsWith('.env') || path.startsWith('.git') || path === '.data')).toBe(
      false,
    )
  })
})

/** Names of [{ name, value }] as Kubernetes has them, and of { NAME: value } as workflows do. */
function namedOf(values: unknown[]): string[] {
  return values.flatMap((value) => {
    const listed = z.array(z.object({ name: z.string() })).safeParse(value).data
    return listed ? listed.map(({ name }) => name) : names([value])
  })
}
