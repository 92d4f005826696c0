import { leasePostgres } from './postgres/lease.ts'
import { ownerUrl } from './postgres/cluster.ts'
const l = await leasePostgres('/tmp/scratchpg')
console.info(ownerUrl(l.cluster,l.port,'postgres'))
setInterval(()=>{},1e6)
process.on('SIGTERM',()=>l.release().then(()=>process.exit(0)))
