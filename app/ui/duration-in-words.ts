/** "4 min", "2 h 5 min", "3 days 2 h": between two moments, a minute at least. */
export function durationInWords(from: string, until: string): string {
  const all = Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / 60_000))
  const [days, hours, minutes] = [Math.floor(all / 1440), Math.floor(all / 60) % 24, all % 60]
  if (days > 0)
    return [`${days} ${days === 1 ? 'day' : 'days'}`, ...(hours > 0 ? [`${hours} h`] : [])].join(' ')
  if (hours > 0) return [`${hours} h`, ...(minutes > 0 ? [`${minutes} min`] : [])].join(' ')
  return `${minutes} min`
}
