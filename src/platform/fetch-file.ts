import http from 'node:http'
import https from 'node:https'
import { findTarget, lookUpTarget, mayAskInPublic, type Target } from './links/check-link.ts'

/** Why a file was not fetched; `detail` of `status` is the number, of `tooLarge` the megabytes, of `tooSlow` the seconds. */
export const fetchTroubles = [
  'addressWrong',
  'insecure',
  'withheld',
  'hostUnknown',
  'unreachable',
  'status',
  'redirects',
  'tooLarge',
  'tooSlow',
] as const
export type FetchTrouble = (typeof fetchTroubles)[number]

export type Fetched =
  | { is: 'file'; bytes: Uint8Array; etag: string | null; modified: string | null }
  /** The file is still as the caller knows it. */
  | { is: 'unchanged' }
  | { is: 'failed'; code: FetchTrouble; detail: string }

export interface FetchOptions {
  /** Names this installation to those who are asked. */
  userAgent: string
  /** The `Accept` header: `text/calendar`. */
  accept: string
  mostBytes: number
  /** For the whole fetch, redirects included: a file that trickles in ends too. */
  timeoutMs?: number
  /** Of the file fetched last. */
  etag?: string | null
  modified?: string | null
  /** Hosts, with their port where it is another, that an operator names: these alone may be private, and without encryption. */
  trustedHosts?: readonly string[]
}

const usualTimeoutMs = 30_000
const mostRedirects = 5

/**
 * Fetches a file from an address that a person gave. Refuses private addresses, also those that redirects lead to; looks a name up once
 * a hop and keeps to the result. Never throws.
 */
export async function fetchFile(address: string, options: FetchOptions): Promise<Fetched> {
  const { trustedHosts = [], timeoutMs = usualTimeoutMs } = options
  const signal = AbortSignal.timeout(timeoutMs)
  let url = webAddress(address, trustedHosts)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    if (url === null) return failed('addressWrong')
    const isTrusted = trustedHosts.includes(url.host)
    if (url.protocol !== 'https:' && !isTrusted) return failed('insecure')
    const target = await findTarget(url, isTrusted ? () => true : mayAskInPublic)
    if (target === null) return failed('withheld')
    if (target === 'unknown') return failed('hostUnknown')
    const answer = await ask(url, target, { ...options, signal })
    if (!('location' in answer)) return answer
    url = URL.parse(answer.location, url)
  }
  return failed('redirects')
}

/** The address of a calendar as it is asked for: `webcal:` means the same file on the web. */
export function webAddress(text: string, trustedHosts: readonly string[] = []): URL | null {
  const given = text.trim()
  const webcal = /^webcals?:\/\//i
  const url = URL.parse(given.replace(webcal, 'https://'))
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null
  return webcal.test(given) && trustedHosts.includes(url.host)
    ? URL.parse(given.replace(webcal, 'http://'))
    : url
}

interface Asking extends FetchOptions {
  signal: AbortSignal
}

function ask(url: URL, target: Target, asking: Asking): Promise<Fetched | { location: string }> {
  const { signal, userAgent, accept, etag, modified, timeoutMs = usualTimeoutMs } = asking
  return new Promise((settle) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      lookup: lookUpTarget(target),
      headers: {
        'user-agent': userAgent,
        accept,
        'accept-encoding': 'identity',
        ...(etag ? { 'if-none-match': etag } : {}),
        ...(modified ? { 'if-modified-since': modified } : {}),
      },
      signal,
    })
    const end = (answer: Fetched | { location: string }) => {
      settle(answer)
      request.destroy()
    }
    const broken = () =>
      end(signal.aborted ? failed('tooSlow', Math.ceil(timeoutMs / 1000)) : failed('unreachable'))
    request.on('error', broken)
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (status === 304) return end({ is: 'unchanged' })
      if (status >= 300 && status < 400 && location) return end({ location })
      if (status !== 200) return end(failed('status', status))
      response.on('error', broken)
      take(response, asking).then(end, broken)
    })
    request.end()
  })
}

async function take(response: http.IncomingMessage, { mostBytes }: FetchOptions): Promise<Fetched> {
  const tooLarge = failed('tooLarge', Math.floor(mostBytes / 1024 / 1024))
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) return tooLarge
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response) {
    pieces.push(piece)
    size += piece.length
    if (size > mostBytes) return tooLarge
  }
  const { etag = null, 'last-modified': modified = null } = response.headers
  return { is: 'file', bytes: Buffer.concat(pieces), etag, modified }
}

function failed(code: FetchTrouble, detail: number | '' = ''): Fetched {
  return { is: 'failed', code, detail: String(detail) }
}
