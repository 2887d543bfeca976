/** A message as any mail program would read it: written for the tests, so that they do not trust the library that writes. */
export interface ReadMessage {
  /** Names in small letters → each value, unfolded and decoded. */
  headers: Record<string, string[]>
  /** Names in their order and spelling. */
  names: string[]
  /** Content type → decoded text. */
  parts: Record<string, string>
  /** The whole content type of each part, in their order. */
  types: string[]
}

/** Reads a message of the shape that Entente sends: parts in UTF-8; throws when a line or a word is malformed. */
export function readMime(raw: Buffer): ReadMessage {
  const source = raw.toString('latin1')
  if (/[^\r]\n|\r[^\n]/.test(source)) throw new Error('A line does not end with CR LF')
  if (source.split('\r\n').some((line) => line.length > 998)) throw new Error('A line is too long')
  if (/[^\t\r\n\x20-\x7e]/.test(source)) throw new Error('Not plain ASCII on the wire')
  const message = readEntity(source)
  const parts = partsOf(message)
  if (parts.length === 0) throw new Error('The message has no parts')
  return {
    headers: message.headers,
    names: message.names,
    parts: Object.fromEntries(parts.map((entity) => [typeOf(entity), decodeBody(entity)])),
    types: parts.map(({ headers }) => headers['content-type']?.[0] ?? ''),
  }
}

/** The parts that hold something, in their order, whatever they are wrapped in. */
function partsOf({ headers, body }: Entity): Entity[] {
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type']?.[0] ?? '')?.[1]
  if (boundary === undefined) return []
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readEntity(part.slice(2)))
    .flatMap((entity) => (typeOf(entity).startsWith('multipart/') ? partsOf(entity) : entity))
}

type Entity = ReturnType<typeof readEntity>

function readEntity(source: string) {
  const end = source.indexOf('\r\n\r\n')
  const lines = source
    .slice(0, end)
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
  const headers: Record<string, string[]> = {}
  const names: string[] = []
  for (const line of lines) {
    const [, name, value] = /^([!-9;-~]+): ?(.*)$/s.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`No header: ${line}`)
    names.push(name)
    headers[name.toLowerCase()] = [...(headers[name.toLowerCase()] ?? []), decodeWords(value)]
  }
  return { headers, names, body: source.slice(end + 4) }
}

// Each encoded word must hold whole characters (RFC 2047, section 5): a half one throws here.
function decodeWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(?==\?)/g, '$1')
    .replaceAll(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, how: string, text: string) => {
      if (charset.toUpperCase() !== 'UTF-8') throw new Error(`Not UTF-8: ${charset}`)
      return utf8(how.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' ')))
    })
}

function decodeBody(entity: Entity): string {
  const body = entity.body.replace(/\r\n$/, '')
  const encoding = entity.headers['content-transfer-encoding']?.[0]
  if (encoding === 'base64') return utf8(Buffer.from(body, 'base64')).replaceAll('\r\n', '\n')
  if (encoding === 'quoted-printable')
    return utf8(quoted(body.replaceAll(/=\r\n/g, ''))).replaceAll('\r\n', '\n')
  return body.replaceAll('\r\n', '\n')
}

function typeOf(entity: Entity): string {
  return entity.headers['content-type']?.[0]?.split(';')[0] ?? ''
}

function quoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

function utf8(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
