/** Imports go down only: see docs/ARCHITECTURE.md for the floors. */
const floors = [
  ['platform'],
  ['integrations', 'counting', 'segmentation', 'support', 'ui'],
  ['sources', 'mail', 'audit', 'analytics', 'health', 'flags'],
  ['accounts', 'threads', 'content-filter'],
  ['billing', 'digests', 'sharing'],
  [
    'generation',
    'publishing',
    'claiming',
    'administration',
    'captures',
    'newsletter',
    'privacy',
    'fraud',
    'kpis',
    'alerts',
  ],
  ['api', 'legacy'],
]
const ownRooms = new Set(['platform', 'integrations', 'ui'])
const pathOf = (room) => (ownRooms.has(room) ? `^app/${room}/` : `^app/features/${room}/`)

const downOnly = floors.slice(0, -1).map((rooms, floor) => ({
  name: `floor-${floor}-uses-only-what-stands-below`,
  severity: 'error',
  from: { path: rooms.map(pathOf), pathNot: '\\.test\\.tsx?$' },
  to: {
    path: floors
      .slice(floor + 1)
      .flat()
      .map(pathOf),
  },
}))

module.exports = {
  forbidden: [
    ...downOnly,
    {
      name: 'no-circles',
      comment: 'Not of types either; what Prisma generates is full of them.',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { circular: true },
    },
    {
      name: 'features-know-no-routes',
      severity: 'error',
      from: { path: '^app/(features|integrations|platform|ui)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'app-knows-no-processes',
      comment: 'Enqueueing goes through the catalog in platform/queue, so that no route pulls in a worker.',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(jobs|server|local|tests)/' },
    },
    {
      name: 'ui-knows-no-features',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '^app/features/' },
    },
    {
      name: 'jobs-go-through-features',
      severity: 'error',
      from: { path: '^jobs/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app/routes|server|local|tests)/' },
    },
    {
      name: 'nothing-real-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/|\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'counting-runs-in-the-browser',
      severity: 'error',
      from: { path: '^app/features/(counting|segmentation)/', pathNot: '\\.test\\.tsx?$|generate-' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|generated|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
