const allowedKeywords = new Set([
  '$defs',
  '$ref',
  'additionalProperties',
  'anyOf',
  'const',
  'description',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'items',
  'maxItems',
  'maximum',
  'minItems',
  'minimum',
  'multipleOf',
  'pattern',
  'properties',
  'required',
  'title',
  'type',
])
const deepestNesting = 10

type Node = Record<string, unknown>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function faultOfObject(node: Node, path: string): string | null {
  if (node.additionalProperties !== false) {
    return `In context=${path}, 'additionalProperties' is required to be supplied and to be false.`
  }
  const names = isNode(node.properties) ? Object.keys(node.properties) : []
  const required = Array.isArray(node.required) ? node.required : []
  const missing = names.find((name) => !required.includes(name))
  if (missing !== undefined) {
    return `In context=${path}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`
  }
  const extra = required.find((name) => !names.includes(String(name)))
  return extra === undefined ? null : `In context=${path}, 'required' names an unknown key '${extra}'.`
}

function faultOfNode(value: unknown, path: string, depth: number): string | null {
  if (!isNode(value)) return `In context=${path}, schema must be an object.`
  if (depth > deepestNesting) return `In context=${path}, schema exceeds ${deepestNesting} levels of nesting.`

  const unknown = Object.keys(value).find((keyword) => !allowedKeywords.has(keyword))
  if (unknown !== undefined) return `In context=${path}, '${unknown}' is not permitted.`
  if (!('type' in value || 'anyOf' in value || '$ref' in value || 'enum' in value || 'const' in value)) {
    return `In context=${path}, schema must have a 'type' key.`
  }

  if (value.type === 'object') {
    const fault = faultOfObject(value, path)
    if (fault) return fault
  }
  if (value.type === 'array' && !('items' in value)) {
    return `In context=${path}, array schema missing items.`
  }

  const children: Array<[string, unknown]> = []
  for (const key of ['properties', '$defs']) {
    const group = value[key]
    if (isNode(group)) for (const [name, child] of Object.entries(group)) children.push([name, child])
  }
  if ('items' in value) children.push(['items', value.items])
  if (Array.isArray(value.anyOf))
    value.anyOf.forEach((child, at) => void children.push([`anyOf.${at}`, child]))

  for (const [name, child] of children) {
    const fault = faultOfNode(child, `${path}.${name}`, depth + 1)
    if (fault) return fault
  }
  return null
}

/**
 * What OpenAI would refuse in a schema sent with `strict: true`, as a sentence; null where it would accept it. The
 * rules: an object at the root, every object closed, every property required, only the keywords that the decoder knows.
 */
export function faultOfStrictSchema(schema: unknown): string | null {
  if (!isNode(schema) || schema.type !== 'object') return 'schema must be a JSON Schema of type "object".'
  return faultOfNode(schema, '()', 1)
}
