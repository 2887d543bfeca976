import { lookup as lookUpName } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/**
 * The result of a check: it works; it works at another address for good; nothing is there any longer; it could not be found out; or it is
 * none that we ask for.
 */
export type LinkOutcome =
  | { kind: 'works' }
  | { kind: 'moved'; to: string }
  | { kind: 'gone' }
  | { kind: 'unreachable' }
  | { kind: 'refused' }

export interface LinkOptions {
  /** Names this installation to the servers that it asks. */
  userAgent: string
  /** Whether a host's address and port may be asked; the public internet at 80 and 443 alone, unless a test says otherwise. */
  mayAsk?: MayAsk
  timeoutMs?: number
}

const mostRedirects = 5
const usualTimeoutMs = 15_000

/** Asks for a page without taking it: HEAD, and a few bytes by GET where HEAD is not understood. Never throws. */
export async function checkLink(address: string, options: LinkOptions): Promise<LinkOutcome> {
  let url = URL.parse(address)
  let isForGood = true
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const target = url === null ? null : await findTarget(url, options.mayAsk ?? mayAskInPublic)
    if (url === null || target === null) return { kind: 'refused' }
    if (target === 'unknown') return { kind: hop === 0 ? 'gone' : 'unreachable' }
    const answer = await ask(url, target, options)
    if (answer === null) return { kind: 'unreachable' }
    if (answer.location === null) return outcomeOf(answer.status, hop > 0 && isForGood ? url.href : null)
    isForGood &&= answer.status === 301 || answer.status === 308
    url = URL.parse(answer.location, url)
  }
  return { kind: 'unreachable' }
}

interface Answer {
  status: number
  location: string | null
}

async function ask(url: URL, target: Target, options: LinkOptions): Promise<Answer | null> {
  const head = await send('HEAD', url, target, options)
  // Many servers answer HEAD with anything but what GET would.
  const isUseful = head !== null && (head.status < 400 || head.status === 410)
  return isUseful ? head : send('GET', url, target, options)
}

function send(
  method: 'HEAD' | 'GET',
  url: URL,
  target: Target,
  options: LinkOptions,
): Promise<Answer | null> {
  const { userAgent, timeoutMs = usualTimeoutMs } = options
  return new Promise((answer) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      agent: false,
      lookup: lookUpTarget(target),
      headers: {
        'user-agent': userAgent,
        accept: '*/*',
        ...(method === 'GET' ? { range: 'bytes=0-1023' } : {}),
      },
      signal: AbortSignal.timeout(timeoutMs),
    })
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      const location = status >= 300 && status < 400 ? (response.headers.location ?? null) : null
      answer({ status, location })
      // The rest of the answer is not needed.
      response.destroy()
      request.destroy()
    })
    request.on('error', () => answer(null))
    request.end()
  })
}

function outcomeOf(status: number, movedTo: string | null): LinkOutcome {
  if (status >= 200 && status < 300)
    return movedTo === null ? { kind: 'works' } : { kind: 'moved', to: movedTo }
  if (status === 404 || status === 410) return { kind: 'gone' }
  // A page that requires sign-in, or a server that limits our requests, exists.
  if ([401, 402, 403, 405, 406, 416, 429, 451].includes(status)) return { kind: 'works' }
  return { kind: 'unreachable' }
}

/** Whether a host's address and port may be asked. */
type MayAsk = (address: string, port: number) => boolean

export interface Target {
  address: string
  family: number
}

/**
 * The address to connect to, resolved beforehand and fixed: a name that resolves differently the second time leads nowhere else. `unknown`
 * where the name has none; null for an address that is never asked.
 */
export async function findTarget(url: URL, mayAsk: MayAsk): Promise<Target | 'unknown' | null> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  if (url.username !== '' || url.password !== '') return null
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family > 0 ? [{ address: host, family }] : await resolve(host)
  const [first] = found
  if (!first) return 'unknown'
  return found.every(({ address }) => mayAsk(address, port)) ? first : null
}

/** The public internet, where the web is served. */
export function mayAskInPublic(address: string, port: number): boolean {
  return (port === 80 || port === 443) && isPublicAddress(address)
}

/** Connects to that address and to no other. */
export function lookUpTarget(target: Target): LookupFunction {
  return (_host, { all }, found) => (all ? found(null, [target]) : found(null, target.address, target.family))
}

async function resolve(host: string): Promise<Target[]> {
  try {
    return await lookUpName(host, { all: true })
  } catch {
    return []
  }
}
