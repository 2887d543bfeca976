import { Resolver } from 'node:dns/promises'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { getAlignment } from 'mailauth/lib/tools.js'

/** `later`: the key of its domain could not be looked up just now. */
export type SenderProof = 'proven' | 'none' | 'later'

export interface ProofGround {
  /** The server of ours whose word is believed, in small letters; null: none. */
  authserv: string | null
  /** Looks up a record of the DNS, as `Resolver.resolve` does. */
  resolve?(name: string, type: string): Promise<unknown>
}

/**
 * Whether a message is from the domain that its one From names: by the topmost `Authentication-Results` (RFC 8601), where our own server
 * wrote them, or by a signature (DKIM, RFC 6376) of that domain over the whole message.
 */
export async function proveSender(
  bytes: Uint8Array,
  { authserv, resolve }: ProofGround,
): Promise<SenderProof> {
  const dns = new Resolver({ timeout: 3_000, tries: 2 })
  const resolver = resolve ?? ((name: string, type: string) => dns.resolve(name, type))
  const { results, headerFrom, fromFields, headers } = await dkimVerify(Buffer.from(bytes), {
    resolver: resolver as never,
    minBitLength: 1024,
    rejectRsaSha1: true,
  })
  const domain = headerFrom[0]?.split('@').at(-1)?.toLowerCase()
  if (fromFields !== 1 || headerFrom.length !== 1 || domain === undefined) return 'none'
  if (authserv !== null) {
    const topmost = headers?.parsed.find(({ key }) => key === 'authentication-results')
    if (topmost && isVouchedFor(String(topmost.line), authserv, domain)) return 'proven'
  }
  const signed = results.filter(({ status }) => status.aligned)
  // A signature of the first part of a message only says nothing of what was written after it.
  const isWhole = signed.some(
    ({ status, canonBodyLengthLimited }) =>
      status.result === 'pass' && status.testing !== true && canonBodyLengthLimited !== true,
  )
  if (isWhole) return 'proven'
  return signed.some(({ status }) => status.result === 'temperror') ? 'later' : 'none'
}

/** Whether a field of our server says that the domain passed: quoted words and comments may hold what the sender likes. */
export function isVouchedFor(field: string, authserv: string, domain: string): boolean {
  let text = field.slice(field.indexOf(':') + 1).replaceAll(/"(?:[^"\\]|\\.)*"/gs, '_')
  for (let depth = 0; depth < 5; depth++) text = text.replaceAll(/\([^()]*\)/g, ' ')
  if (/["()]/.test(text)) return false
  const [server = '', ...methods] = text.toLowerCase().split(';')
  if (server.trim().split(/\s+/)[0] !== authserv) return false
  return methods.some((written) => {
    const [method = '', ...properties] = written
      .trim()
      .replaceAll(/\s*=\s*/g, '=')
      .split(/\s+/)
    const value = (name: string) =>
      properties.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1)
    if (method === 'dmarc=pass') return value('header.from') === domain
    const signer = value('header.d') ?? value('header.i')?.split('@').at(-1)
    return method === 'dkim=pass' && signer !== undefined && getAlignment(domain, [signer]) !== false
  })
}
