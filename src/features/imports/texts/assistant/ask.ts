import { z } from 'zod'
import type { AssistantSettings } from '../../../../platform/settings/assistant-settings.ts'

/** Why the assistant was of no help. */
export type AssistantProblem = 'unreachable' | 'refused' | 'answer'

export class AssistantTrouble extends Error {
  readonly code: AssistantProblem

  constructor(code: AssistantProblem) {
    super(code)
    this.code = code
  }
}

const mostAnswerBytes = 1024 * 1024
const patienceMs = 60_000

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/** Asks for an answer in JSON, as any service with an interface like OpenAI’s gives it; bounded in time and size. */
export async function askAssistant(
  { url, key, model }: AssistantSettings,
  { task, words }: { task: string; words: string },
  waitMs = patienceMs,
): Promise<unknown> {
  const response = await reached(() =>
    fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: task },
          { role: 'user', content: words },
        ],
      }),
      // A key must not follow a service that sends us elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    }),
  )
  if (!response.ok) {
    await response.body?.cancel()
    throw new AssistantTrouble('refused')
  }
  const answer = completion.safeParse(parse(await reached(() => readBounded(response))))
  if (!answer.success) throw new AssistantTrouble('answer')
  const content = parse(answer.data.choices[0]?.message.content ?? '')
  if (content === undefined) throw new AssistantTrouble('answer')
  return content
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof AssistantTrouble ? error : new AssistantTrouble('unreachable')
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > mostAnswerBytes) throw new AssistantTrouble('answer')
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
