import type { z } from 'zod'
import { askService, type ServiceCall } from '../ask-json.ts'
import { TranslatorTrouble, type Trouble } from './translator.ts'

export type ProviderCall = ServiceCall

const mostBytes = 2 * 1024 * 1024
const patienceMs = 20_000

/** Asks a provider of translations; every failure is a TranslatorTrouble. */
export async function askProvider<T>(
  call: ProviderCall,
  schema: z.ZodType<T>,
  waitMs = patienceMs,
): Promise<T> {
  const answer = await askService(call, { mostBytes, waitMs })
  if (answer.state === 'refused') throw new TranslatorTrouble(providerTrouble(answer.status))
  if (answer.state === 'unreachable') throw new TranslatorTrouble('unreachable')
  const parsed = answer.state === 'answered' ? schema.safeParse(answer.json) : null
  if (!parsed?.success) throw new TranslatorTrouble('answer')
  return parsed.data
}

function providerTrouble(status: number): Trouble {
  if (status === 456) return 'quota'
  if (status === 429 || status >= 500) return 'busy'
  if (status === 413 || status === 414) return 'tooLong'
  return 'refused'
}
