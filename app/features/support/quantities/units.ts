/** What a unit measures, and how much of that dimension's base one of it is. */
const dimensions: Record<string, Record<string, number>> = {
  length: {
    mm: 0.001,
    cm: 0.01,
    m: 1,
    km: 1000,
    in: 0.0254,
    ft: 0.3048,
    yd: 0.9144,
    mi: 1609.344,
    nmi: 1852,
  },
  area: { sqm: 1, sqkm: 1e6, ha: 1e4, acre: 4046.86, sqft: 0.0929, sqmi: 2_589_988 },
  volume: { ml: 0.001, l: 1, gal: 3.785, bbl: 158.987, cbm: 1000 },
  mass: { mg: 1e-6, g: 0.001, kg: 1, t: 1000, lb: 0.45359, oz: 0.02835 },
  speed: { kmh: 1, mph: 1.609344, 'm/s': 3.6, kn: 1.852 },
  energy: { j: 1, kj: 1000, cal: 4.184, kcal: 4184, kwh: 3.6e6, mwh: 3.6e9, gwh: 3.6e12, twh: 3.6e15 },
  power: { w: 1, kw: 1000, mw: 1e6, gw: 1e9 },
  frequency: { hz: 1, khz: 1000, mhz: 1e6, ghz: 1e9 },
  data: { b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, pb: 1e15 },
  rate: { kbps: 1e3, mbps: 1e6, gbps: 1e9, 'mbyte/s': 8e6, 'gbyte/s': 8e9 },
  points: { pp: 1, bp: 0.01 },
  time: {
    µs: 1e-6,
    ms: 0.001,
    s: 1,
    min: 60,
    h: 3600,
    day: 86_400,
    week: 604_800,
    month: 2_629_800,
    year: 31_557_600,
    decade: 315_576_000,
    century: 3_155_760_000,
  },
}

const unitTable = new Map(
  Object.entries(dimensions).flatMap(([dimension, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, { dimension, factor }] as const),
  ),
)

/** Units that may be written for one another; by how much a conversion may be off. */
const looseness = 0.02

const celsius = (fahrenheit: number) => (fahrenheit - 32) / 1.8
/** Temperatures are converted to whole degrees, either way. */
const halfDegree = 0.6

/** Whether two measured values are the same length, time, mass …, converted where they have to be. */
export function sameMeasure(
  a: { value: number; unit: string },
  b: { value: number; unit: string },
  by = looseness,
): boolean {
  if (a.unit === b.unit) return close(a.value, b.value, 1e-9)
  if (a.unit === 'degf' && b.unit === 'degc') return Math.abs(celsius(a.value) - b.value) < halfDegree
  if (a.unit === 'degc' && b.unit === 'degf') return Math.abs(a.value - celsius(b.value)) < halfDegree
  const [one, other] = [unitTable.get(a.unit), unitTable.get(b.unit)]
  if (!one || !other || one.dimension !== other.dimension) return false
  return close(a.value * one.factor, b.value * other.factor, by)
}

export function close(a: number, b: number, by: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * by + 1e-12
}
