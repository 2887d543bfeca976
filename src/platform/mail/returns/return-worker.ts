import { endWithParent } from '../../reading/end-with-parent.ts'
import { readReturn } from './read-return.ts'

// A process of its own, see ../../reading/limited-process.ts: anybody may write to the address of returns, whatever they like.
endWithParent()
process.on('message', async ({ bytes }: { bytes: Uint8Array }) => {
  process.send?.(await readReturn(bytes))
})
