export interface ServiceCall {
  url: string
  headers: Record<string, string>
  body: object
}

export interface Bounds {
  mostBytes: number
  waitMs: number
}

/** `unreadable`: the answer is larger than the bounds, or no JSON. */
export type ServiceAnswer =
  | { state: 'answered'; json: unknown }
  | { state: 'refused'; status: number }
  | { state: 'unreachable' }
  | { state: 'unreadable' }

/** Sends a question as JSON to a service that an operator has named, and reads its answer, bounded in time and size. */
export async function askService(
  { url, headers, body }: ServiceCall,
  { mostBytes, waitMs }: Bounds,
): Promise<ServiceAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      // A key must not follow a redirect.
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { state: 'refused', status: response.status }
    }
    const text = await readBounded(response, mostBytes)
    const json = text === null ? undefined : parse(text)
    return json === undefined ? { state: 'unreadable' } : { state: 'answered', json }
  } catch {
    return { state: 'unreachable' }
  }
}

async function readBounded(response: Response, mostBytes: number): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > mostBytes) return null
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

/** The value of a JSON text; undefined where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
