// Parameters that only say where a visitor came from. The list holds those that change nothing on the page itself.
const trackingNames = new Set(
  'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc hsctatracking oly_anon_id oly_enc_id vero_id s_cid icid _ga _gl ref_src ref_url wt_mc at_medium at_campaign cmpid ocid'.split(
    ' ',
  ),
)
const trackingPrefixes = ['utm_', 'pk_', 'mtm_', 'hsa_', 'at_custom']

/**
 * The same page's address without its fragment and without well-known tracking parameters, so that one article shared
 * from several places counts as one. The rest of the query keeps its order and spelling.
 */
export function normalizeUrl(address: string): string {
  const url = new URL(address)
  url.hash = ''
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => {
      const name = (pair.split('=')[0] ?? '').toLowerCase()
      return (
        name !== '' && !trackingNames.has(name) && !trackingPrefixes.some((prefix) => name.startsWith(prefix))
      )
    })
  url.search = kept.join('&')
  return url.href
}
