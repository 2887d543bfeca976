import http from 'node:http'
import https from 'node:https'
import { findTarget, lookUpTarget, type MayAsk, mayAskInPublic, type Target } from './ask-target.ts'

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
