import type { z } from 'zod'
import { TranslatorTrouble, type Trouble } from './translator.ts'

export interface ProviderCall {
  url: string
  headers: Record<string, string>
  body: object
}

const mostAnswerBytes = 2 * 1024 * 1024
const patienceMs = 20_000

/** Sends a question as JSON and reads a bounded answer; whatever goes wrong is a TranslatorTrouble. */
export async function askProvider<T>(
  { url, headers, body }: ProviderCall,
  schema: z.ZodType<T>,
  waitMs = patienceMs,
): Promise<T> {
  const signal = AbortSignal.timeout(waitMs)
  const response = await reached(() =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      // A key must not follow a service that sends us elsewhere.
      redirect: 'error',
      signal,
    }),
  )
  if (!response.ok) {
    await response.body?.cancel()
    throw new TranslatorTrouble(troubleOf(response.status))
  }
  const text = await reached(() => readBounded(response))
  const parsed = schema.safeParse(parse(text))
  if (!parsed.success) throw new TranslatorTrouble('answer')
  return parsed.data
}

function troubleOf(status: number): Trouble {
  if (status === 456) return 'quota'
  if (status === 429 || status >= 500) return 'busy'
  if (status === 413 || status === 414) return 'tooLong'
  return 'refused'
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof TranslatorTrouble ? error : new TranslatorTrouble('unreachable')
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > mostAnswerBytes) throw new TranslatorTrouble('answer')
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
