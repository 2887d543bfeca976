import { endWithParent } from '../../reading/end-with-parent.ts'
import { readInbound } from './read-inbound.ts'

// A process of its own, see ../../reading/limited-process.ts: anybody may write to an answer address, whatever they like.
endWithParent()
process.on('message', async ({ bytes, authserv }: { bytes: Uint8Array; authserv: string | null }) => {
  process.send?.(await readInbound(bytes, { authserv }))
})
