import type { Seat } from '../browser/visitors.ts'

/** What is asked of a site: an address of it, and the person who asks. */
export interface Question {
  /** Unique among the questions. */
  name: string
  path: string
  /** Whose session asks: a fresh one, as those of the walk end. */
  as?: Seat
  /** Of a guest, who has no seat and came by a link. */
  cookie?: string
  /** Of a program. */
  token?: string
}

export interface Answer {
  name: string
  status: number
  /** In lines, without what differs from one drawing to the next. */
  lines: string[]
}

/** Asks a site, follows no redirect, and returns what is the same each time. */
export async function askFor(
  site: string,
  { name, path, as, cookie: own, token }: Question,
  sessions: ReadonlyMap<Seat, string>,
): Promise<Answer> {
  const cookie = as ? sessions.get(as) : own
  const headers = {
    accept: 'text/html,application/json;q=0.9,*/*;q=0.8',
    ...(cookie ? { cookie } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const answer = await fetch(site + path, { headers, redirect: 'manual' })
  const type = answer.headers.get('content-type') ?? ''
  const isText = /text|json|xml|calendar|svg/.test(type)
  const body = isText
    ? await answer.text()
    : `${(await answer.arrayBuffer()).byteLength > 0 ? 'some' : 'no'} bytes`
  const text = settled(
    [`type: ${type}`, `location: ${answer.headers.get('location') ?? ''}`, body].join('\n'),
    site,
  )
  return { name, status: answer.status, lines: text.split('\n') }
}

function settled(text: string, site: string): string {
  return text
    .replaceAll(site, 'http://site')
    .replaceAll(new URL(site).host, 'site')
    .replaceAll(/(\/assets\/[\w.-]+?)-[A-Z0-9]{8}\./g, '$1.')
    .replaceAll(/(name="sending" value=")[^"]+/g, '$1')
    .replaceAll(/nonce="[^"]+"/g, 'nonce')
    .replaceAll(/"reference":"[^"]+"/g, 'reference')
    .replaceAll(/^DTSTAMP:.*$/gm, 'DTSTAMP')
    .replaceAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)+)\s*(\/?)>/g, inOrder)
    .replaceAll(/>\s*</g, '>\n<')
}

// Attributes say the same in whichever order they come.
function inOrder(_: string, tag: string, attributes: string, end: string): string {
  const each = attributes.match(/[\w:-]+(?:="[^"]*")?/g) ?? []
  return `<${tag} ${each.sort().join(' ')}${end}>`
}
